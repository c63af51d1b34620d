'use client';

import { ArrowDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import {
  type ClipboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { usePlayground } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { TranscriptLayout } from '@/lib/console/layout';
import { MAX_ADDRESS_LENGTH } from '@/lib/console/links';
import type { Match } from '@/lib/console/row-parts';
import { lastRowCells, rowCount, rowOf, rowRange } from '@/lib/console/rows';
import type { TextLine } from '@/lib/console/text-line';
import type { Transcript } from '@/lib/console/transcript';
import { fillPlural } from '@/lib/messages/messages';
import { isInteractive, isWaitingForInput } from '@/lib/store/selectors';
import { textOfSelection } from './copy-rows';
import { EmptyConsole } from './empty-console';
import { MIN_INPUT_CELLS, UNBROKEN_COLUMNS } from './metrics';
import { OutputBlock } from './output-block';
import { OutputRow } from './output-row';
import { ProgramInput } from './program-input';
import { useConsoleSize } from './use-console-size';
import type { ConsoleSearch } from './use-search';
import { useTail } from './use-tail';

const Prompt = dynamic(() => import('@/components/prompt/prompt').then((part) => part.Prompt), {
  ssr: false,
});

/** Rows that are kept ready above and below the visible ones, for who scrolls; output that runs by needs none. */
const OVERSCAN_ROWS = 12;
const OVERSCAN_ROWS_RUNNING = 2;

interface ConsoleOutputProps {
  found: ConsoleSearch | undefined;
  /** Whether a program's context can be gone on with below its output. */
  hasPrompt?: boolean;
}

/** The transcript. Only the rows in view are on the page, so that any amount of output scrolls alike. */
export function ConsoleOutput({ found, hasPrompt = true }: ConsoleOutputProps) {
  const texts = useTexts();
  const words = texts.messages.console;
  const transcript = usePlayground((state) => state.transcript);
  const version = usePlayground((state) => state.outputVersion);
  const waiting = usePlayground(isWaitingForInput);
  const interactive = usePlayground(isInteractive);
  const running = usePlayground((state) => state.phase === 'running');
  const viewport = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLSpanElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { columns: shownColumns, height } = useConsoleSize(viewport, ruler);
  const rowHeight = usePlayground((state) => state.appearance.console.rowHeightPx);
  const wrap = usePlayground((state) => state.settings.consoleWrap);
  const times = usePlayground((state) => state.settings.consoleTimes);
  const columns = wrap ? shownColumns : UNBROKEN_COLUMNS;
  const [layout] = useState(() => new TranscriptLayout(rowHeight));
  const [measurements, remeasured] = useReducer((count: number) => count + 1, 0);
  const change = `${version} ${columns} ${height} ${rowHeight} ${waiting} ${measurements}`;
  const tail = useTail(viewport, rowHeight, change);
  const { following, scrollTop, onScroll, jumpToEnd, goTo, hold } = tail;

  const dirty = transcript.takeDirty();
  layout.update(transcript.items, dirty, columns, rowHeight);
  found?.search.changed(dirty);
  const prompt = waiting ? promptOf(transcript, columns, shownColumns) : undefined;
  const contentHeight = layout.height - (prompt?.inline ? rowHeight : 0);
  const top = following ? Math.max(0, contentHeight - height) : scrollTop;
  const overscan = (following && running ? OVERSCAN_ROWS_RUNNING : OVERSCAN_ROWS) * rowHeight;
  const visible = layout.visible(transcript.items, top - overscan, top + height + overscan);

  useEffect(() => found?.setTop({ index: layout.indexAt(top), column: 0 }));
  const moves = found?.moves;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the reader goes to another match
  useLayoutEffect(() => {
    const place = found?.search.current;
    const box = viewport.current;
    if (!place || !box) return;
    const item = transcript.items[place.index];
    const row = item?.kind === 'text' ? rowOf(item, place.column, columns) : 0;
    const at = layout.topOf(place.index) + row * rowHeight;
    const isSeen = at >= box.scrollTop && at + 2 * rowHeight <= box.scrollTop + height;
    if (!isSeen) goTo(Math.max(0, at - height / 3));
    // Where long lines are not broken it may be to the side.
    const frame = requestAnimationFrame(() =>
      box
        .querySelector('.out-match-current')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [moves]);

  const isCell = usePlayground((state) => state.run?.context === 'continue');
  const leaveInput = useCallback(() => {
    if (isCell) focusPrompt();
    else viewport.current?.focus({ preventScroll: true });
  }, [isCell]);
  const onCopy = (event: ClipboardEvent) => {
    const selection = document.getSelection();
    if (!selection || (event.target as HTMLElement).closest('input, textarea')) return;
    event.preventDefault();
    const text = selection.isCollapsed ? transcript.toText(texts) : textOfSelection(selection);
    event.clipboardData.setData('text/plain', text);
  };

  const onPointerUp = (event: PointerEvent) => {
    // As in a terminal: a click anywhere goes to the prompt, unless it selected something.
    const onControl =
      event.target instanceof Element &&
      event.target.closest('a, button, input, textarea, .result');
    if (waiting && !onControl && document.getSelection()?.isCollapsed) field.current?.focus();
    else if (event.pointerType === 'mouse' && event.target === event.currentTarget) focusPrompt();
  };

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={viewport}
        role="log"
        aria-label={words.output}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        onCopy={onCopy}
        onPointerUp={onPointerUp}
        className="out-viewport"
        data-wrap={wrap}
        data-times={times}
      >
        <div className="out-ruler" aria-hidden="true">
          <span ref={ruler} />
        </div>
        <EmptyConsole />
        {transcript.droppedLines > 0 ? <DroppedNote lines={transcript.droppedLines} /> : null}
        <div
          translate="no"
          className="relative"
          style={{
            height: contentHeight,
            minWidth: wrap ? undefined : `calc(${layout.widestColumns}ch + var(--out-left) + 12px)`,
          }}
        >
          {visible.map(({ index, top: itemTop, fromRow, toRow }) => {
            const item = transcript.items[index];
            if (!item) return null;
            const isLast = index === transcript.items.length - 1;
            const endRow = isLast && prompt?.inline ? Math.min(toRow, prompt.row) : toRow;
            return (
              <div key={index} className="absolute inset-x-0" style={{ top: itemTop }}>
                {item.kind === 'text' ? (
                  rowsBetween(fromRow, endRow).map((row) => (
                    <OutputRow
                      key={row}
                      line={item}
                      row={row}
                      columns={columns}
                      version={rowVersion(item, row, columns)}
                      tone={item.tone}
                      matches={matchesOfRow(found, index, rowRange(item, row, columns))}
                    />
                  ))
                ) : (
                  <OutputBlock
                    block={item}
                    match={found?.search.matchOfBlock(index)}
                    onUse={hold}
                    onMeasured={(measuredHeight) => {
                      const growth = layout.measured(item, measuredHeight);
                      if (growth === 0) return;
                      layout.update(transcript.items, index, columns);
                      const box = viewport.current;
                      const bottom = itemTop + measuredHeight - growth;
                      if (following || !box || bottom > box.scrollTop) return remeasured();
                      // What is read stays where it is when something above it gets its height.
                      flushSync(remeasured);
                      box.scrollTop += growth;
                    }}
                  />
                )}
              </div>
            );
          })}
        </div>
        {interactive ? (
          <ProgramInput field={field} prompt={prompt?.segments ?? []} onLeave={leaveInput} />
        ) : null}
        {hasPrompt ? <Prompt onResized={remeasured} /> : null}
      </div>
      {following ? null : (
        <button type="button" onClick={jumpToEnd} className="out-jump">
          <ArrowDown className="size-3.5" aria-hidden="true" />
          {words.jumpToLatest}
        </button>
      )}
    </div>
  );
}

function focusPrompt(): void {
  document.getElementById('prompt')?.focus({ preventScroll: true });
}

function DroppedNote({ lines }: { lines: number }) {
  const { locale, messages } = useTexts();
  return (
    <p className="px-5 pb-2 font-sans text-xs text-muted">
      {fillPlural(locale, messages.console.dropped, lines)}
    </p>
  );
}

/** Undefined where there is none, so that the row need not be drawn anew. */
function matchesOfRow(
  found: ConsoleSearch | undefined,
  index: number,
  { from, to }: { from: number; to: number },
): readonly Match[] | undefined {
  const matches = found?.search.matchesIn(index, from, to);
  return matches && matches.length > 0 ? matches : undefined;
}

function rowsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Text that is added to a line changes its last rows only: those that an address at its end may reach back to. */
function rowVersion(line: TextLine, row: number, columns: number): number {
  const isSettled = rowRange(line, row, columns).to + MAX_ADDRESS_LENGTH < line.length;
  return isSettled ? line.rewrites : -line.version;
}

/** The row of the prompt, and whether the field still fits beside it. */
function promptOf(transcript: Transcript, columns: number, shownColumns: number) {
  const line = transcript.items.at(-1);
  if (line?.kind !== 'text' || line.length === 0) return { inline: false, row: 0, segments: [] };
  const row = rowCount(line, columns) - 1;
  if (shownColumns - lastRowCells(line, columns) < MIN_INPUT_CELLS)
    return { inline: false, row, segments: [] };
  const { from, to } = rowRange(line, row, columns);
  return { inline: true, row, segments: line.slice(from, to) };
}
