/** A demo where only one program has room: in a picture. */
import type { ProgramSnippet, Snippet } from '../snippets/contract';
import { type CodePart, type DemoDocument, readDocument, textOfFile } from './document';
import { publicMarkdown } from './public-demo';

/** Its first block with what that needs; a document without one is shown as its text. */
export function asProgram(snippet: Snippet): ProgramSnippet {
  if (snippet.kind === 'program') return snippet;
  const { markdown, receipt: recorded, title, ...head } = snippet;
  const open = publicMarkdown(markdown);
  const document = readDocument(open);
  const block = document.parts.find(isShown);
  const rest = { ...head, kind: 'program', title: title || document.title } as const;
  if (block === undefined) {
    return { ...rest, language: 'python', code: commented(open), files: [], timeoutS: 10 };
  }
  const receipt = block.isPredicted ? undefined : recorded?.[block.id];
  return {
    ...rest,
    language: block.language,
    code: [...setupOf(document, block), block].map(({ code }) => code).join('\n\n'),
    files: filesOf(document, block),
    timeoutS: block.timeoutS ?? 60,
    ...(block.stdin === undefined ? {} : { stdin: block.stdin }),
    ...(receipt === undefined ? {} : { receipt }),
  };
}

const isCode = (part: DemoDocument['parts'][number]): part is CodePart => part.kind === 'code';

const isShown = (part: DemoDocument['parts'][number]): part is CodePart =>
  isCode(part) && (part.role === 'run' || part.role === 'readonly');

function above({ parts }: DemoDocument, block: CodePart): CodePart[] {
  return parts.slice(0, parts.indexOf(block)).filter(isCode);
}

const setupOf = (document: DemoDocument, block: CodePart) =>
  above(document, block).filter(
    ({ role, language }) => role === 'setup' && language === block.language && !block.isFresh,
  );

function filesOf(document: DemoDocument, block: CodePart) {
  const files = new Map<string, string>();
  for (const part of above(document, block)) {
    if (part.path !== undefined) files.set(part.path, textOfFile(part));
  }
  return Array.from(files, ([path, text]) => ({ path, text }));
}

const commented = (text: string) => text.trim().replace(/^/gm, '# ');
