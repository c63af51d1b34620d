import { useEffect, useState } from 'react';
import type { Language } from '@/lib/agentbay/languages';

const KINDS = ['comment', 'keyword', 'string', 'number', 'type'] as const;

export interface Piece {
  text: string;
  /** How it is coloured; absent: as plain code. */
  kind?: (typeof KINDS)[number];
}

/** Code by lines, coloured as in the editor as soon as that can be had. */
export function useColouredCode(code: string, language: Language): Piece[][] {
  const [coloured, setColoured] = useState<{ code: string; lines: Piece[][] }>();

  useEffect(() => {
    let gone = false;
    // Monaco is large: where the page does without it, a preview does too.
    if (code === '' || !document.querySelector('.monaco-editor')) return;
    colour(code, language).then(
      (lines) => {
        if (!gone) setColoured({ code, lines });
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [code, language]);

  return coloured?.code === code ? coloured.lines : code.split('\n').map((text) => [{ text }]);
}

async function colour(code: string, language: Language): Promise<Piece[][]> {
  const { monaco } = await import('@/components/editor/monaco');
  // A language's rules come when something is coloured by them for the first time.
  await monaco.editor.colorize('', language, {});
  const lines = code.split('\n');
  return monaco.editor.tokenize(code, language).map((tokens, row) => {
    const line = lines[row] ?? '';
    return tokens.map(({ offset, type }, index) => ({
      text: line.slice(offset, tokens[index + 1]?.offset),
      kind: KINDS.find((kind) => type.startsWith(kind)),
    }));
  });
}
