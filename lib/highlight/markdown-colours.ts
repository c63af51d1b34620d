/** Markdown in colours, with those of the code in its fences. Fetched by whoever shows some. */
import { findLanguage } from '../agentbay/languages';
import { type ColouredLine, colourLine, OWN_WAYS } from './colour-line';
import { addPiece, type Piece } from './pieces';

/** Makes `markdown` a language that `colourLine` knows. */
export function addMarkdownColours(): void {
  OWN_WAYS.set('markdown', colourMarkdown);
}

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([\w+#-]*)/;
const WITHIN = /(`[^`\n]+`)|(\*\*[^*\n]+\*\*)|(!?\[[^\]\n]*\](?:\([^)\n]*\))?)/g;
const KINDS = ['string', 'type', 'number'] as const;
/** A longer line is data: a picture, for one. */
const MAX_COLUMNS = 1000;

/** `state`: within a fence its mark, its language and what the code there leaves open, in lines. */
function colourMarkdown(line: string, state: string): ColouredLine {
  const pieces: Piece[] = [];
  const fence = FENCE.exec(line);
  if (state !== '') {
    const [mark = '', language = '', inner = ''] = state.split('\n');
    const isEnd = fence?.[1]?.startsWith(mark) && line.trim() === fence[1];
    if (isEnd) return whole(line, 'string', '');
    const known = findLanguage(language);
    if (!known) return { pieces: pieceOf(line), state };
    const code = colourLine(line, known, inner);
    return { pieces: code.pieces, state: `${mark}\n${language}\n${code.state}` };
  }
  if (fence) return whole(line, 'string', `${fence[1]}\n${fence[2] ?? ''}\n`);
  if (line.length > MAX_COLUMNS) return { pieces: pieceOf(line), state };
  if (/^ {0,3}#{1,6}\s/.test(line)) return whole(line, 'keyword', '');
  if (/^ {0,3}>/.test(line)) return whole(line, 'comment', '');
  let at = 0;
  for (const match of line.matchAll(WITHIN)) {
    addPiece(pieces, line.slice(at, match.index), undefined);
    const kind = KINDS[match.slice(1).findIndex((part) => part !== undefined)];
    addPiece(pieces, match[0], kind);
    at = match.index + match[0].length;
  }
  addPiece(pieces, line.slice(at), undefined);
  return { pieces, state };
}

function pieceOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  addPiece(pieces, line, undefined);
  return pieces;
}

function whole(line: string, kind: 'string' | 'keyword' | 'comment', state: string): ColouredLine {
  const pieces: Piece[] = [];
  addPiece(pieces, line, kind);
  return { pieces, state };
}
