import { type RefObject, useEffect } from 'react';
import type { monaco } from '@/components/editor/monaco';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

/** What was not scrolled by a hand is not followed. */
const QUIET_MS = 150;

/** Source and preview show the same place: parts of the preview say in `data-line` where they come from. */
export function useScrollTogether(
  panes: RefObject<HTMLElement | null>,
  editor: CodeEditor | undefined,
): void {
  useEffect(() => {
    const root = panes.current;
    if (!root) return;
    const preview = () => root.querySelector<HTMLElement>('.writing-preview');
    const plain = () => root.querySelector<HTMLElement>('.plain-scroll');
    /** The side that moves by itself until then. */
    let followed: { side: 'source' | 'preview'; untilMs: number } | undefined;
    const isOwn = (side: 'source' | 'preview') =>
      followed?.side === side && performance.now() < followed.untilMs;
    const follow = (side: 'source' | 'preview', move: () => void) => {
      followed = { side, untilMs: performance.now() + QUIET_MS };
      move();
    };

    const fromSource = () => {
      const shown = preview();
      if (!shown || isOwn('source')) return;
      const line = editor ? topLineOf(editor) : topLineOfField(plain());
      const top = line === undefined ? undefined : topOfLine(shown, line);
      if (top !== undefined) follow('preview', () => shown.scrollTo({ top }));
    };
    const fromPreview = () => {
      const shown = preview();
      if (!shown || isOwn('preview')) return;
      const line = lineAtTop(shown);
      if (line === undefined) return;
      follow('source', () => {
        if (editor) scrollEditor(editor, line);
        else scrollField(plain(), line);
      });
    };
    const onScroll = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      if (target.classList.contains('writing-preview')) fromPreview();
      else if (target.classList.contains('plain-scroll')) fromSource();
    };
    root.addEventListener('scroll', onScroll, { capture: true, passive: true });
    const subscription = editor?.onDidScrollChange(
      ({ scrollTopChanged }) => scrollTopChanged && fromSource(),
    );
    return () => {
      root.removeEventListener('scroll', onScroll, { capture: true });
      subscription?.dispose();
    };
  }, [panes, editor]);
}

/** With the part of the line that is out of sight. */
function topLineOf(editor: CodeEditor): number {
  const [range] = editor.getVisibleRanges();
  const line = range?.startLineNumber ?? 1;
  const height = editor.getTopForLineNumber(line + 1) - editor.getTopForLineNumber(line) || 1;
  const past = editor.getScrollTop() - editor.getTopForLineNumber(line);
  return line + Math.max(0, past / height);
}

function scrollEditor(editor: CodeEditor, line: number): void {
  const whole = Math.floor(line);
  const top = editor.getTopForLineNumber(whole);
  const next = editor.getTopForLineNumber(whole + 1);
  editor.setScrollTop(line <= 1 ? 0 : top + (next - top) * (line - whole));
}

/** Lines may be broken: each has its own height. */
function topLineOfField(field: HTMLElement | null): number | undefined {
  if (!field) return undefined;
  const lines = [...field.querySelectorAll<HTMLElement>('.plain-lines > code')];
  const index = lines.findIndex((one) => one.offsetTop + one.offsetHeight > field.scrollTop);
  const line = lines[index];
  if (!line) return undefined;
  return index + 1 + Math.max(0, (field.scrollTop - line.offsetTop) / (line.offsetHeight || 1));
}

function scrollField(field: HTMLElement | null, line: number): void {
  const one = field?.querySelectorAll<HTMLElement>('.plain-lines > code')[Math.floor(line) - 1];
  if (field && one)
    field.scrollTo({ top: line <= 1 ? 0 : one.offsetTop + one.offsetHeight * (line % 1) });
}

interface Mark {
  line: number;
  /** In the scrolled content of the preview. */
  top: number;
}

/** Where the parts begin, in their order; a last one where the preview ends. */
function marksOf(preview: HTMLElement): Mark[] {
  const offset = preview.scrollTop - preview.getBoundingClientRect().top;
  const marks = [...preview.querySelectorAll<HTMLElement>('[data-line]')].map((part) => ({
    line: Number(part.dataset.line),
    top: part.getBoundingClientRect().top + offset,
  }));
  return marks.filter(({ line }) => line > 0);
}

/** Between two parts it goes as the lines go. */
function topOfLine(preview: HTMLElement, line: number): number | undefined {
  if (line <= 1.05) return 0;
  const marks = marksOf(preview);
  const after = marks.findIndex((mark) => mark.line > line);
  const from = marks[after === -1 ? marks.length - 1 : after - 1] ?? { line: 1, top: 0 };
  const to = after === -1 ? undefined : marks[after];
  if (!to) return marks.length === 0 ? undefined : from.top;
  return from.top + ((to.top - from.top) * (line - from.line)) / (to.line - from.line || 1);
}

function lineAtTop(preview: HTMLElement): number | undefined {
  const top = preview.scrollTop;
  if (top < 4) return 1;
  const marks = marksOf(preview);
  const after = marks.findIndex((mark) => mark.top > top);
  const from = marks[after === -1 ? marks.length - 1 : after - 1] ?? { line: 1, top: 0 };
  const to = after === -1 ? undefined : marks[after];
  if (!to) return marks.length === 0 ? undefined : from.line;
  return from.line + ((to.line - from.line) * (top - from.top)) / (to.top - from.top || 1);
}
