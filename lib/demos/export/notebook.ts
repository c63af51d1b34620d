/** A demo as a Jupyter notebook (nbformat 4.5), from which it can be read again (../import). */
import { findLanguage, type Language } from '@/lib/agentbay/languages';
import { lines, type Output, outputsOf, writing } from '@/lib/share/notebook';
import { type Fence, splitFences } from '../fences';
import { metadataOfInfo } from '../import/cell-info';
import { blocksByLine, type Recorded } from './markdown';

const KERNELS: Record<Language, { display_name: string; name: string }> = {
  python: { display_name: 'Python 3', name: 'python3' },
  javascript: { display_name: 'JavaScript', name: 'javascript' },
  typescript: { display_name: 'TypeScript', name: 'typescript' },
  r: { display_name: 'R', name: 'ir' },
  java: { display_name: 'Java', name: 'java' },
};

/** `url`: where its page is; undefined: nowhere. */
export function exportNotebook(
  markdown: string,
  recorded: Recorded,
  url: string | undefined,
): object {
  const pieces = splitFences(markdown);
  const blocks = blocksByLine(markdown);
  const language = languageOf(pieces.flatMap((one) => (one.kind === 'fence' ? [one.fence] : [])));
  const cells: Record<string, unknown>[] = [];
  const add = (type: 'markdown' | 'code', source: string, rest: object) =>
    cells.push({
      id: `cell-${cells.length + 1}`,
      cell_type: type,
      metadata: {},
      source: lines(source),
      ...rest,
    });
  const addText = (text: string) => {
    if (text.trim() !== '') add('markdown', text.trim(), {});
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      addText(piece.markdown);
      continue;
    }
    const { fence } = piece;
    const source = markdown.slice(fence.start, fence.end);
    const code = codeOf(fence, language);
    const receipt = recorded[blocks.get(fence.line) ?? ''];
    const last = cells.at(-1);
    if (code !== undefined) {
      add('code', code, {
        execution_count: null,
        metadata: metadataOfInfo(infoOf(source)),
        outputs: receipt ? outputsOf(receipt) : [],
      });
    } else if (fence.words.includes('output') && last?.cell_type === 'code') {
      const outputs = last.outputs as Output[];
      if (outputs.length === 0)
        outputs.push({ output_type: 'stream', name: 'stdout', text: lines(`${fence.text}\n`) });
    } else {
      // In a cell of text it is shown as code, and comes back as what it was.
      addText(source);
    }
  }
  if (url !== undefined) addText(`<${url}>`);
  return {
    cells,
    metadata: {
      kernelspec: { ...KERNELS[language], language },
      language_info: { name: language === 'r' ? 'R' : language },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

const ROLES = ['run', 'readonly', 'setup'];
const isRun = ({ words }: Fence) => ROLES.some((role) => words.includes(role));

/** A notebook has one language: that of its first block. */
function languageOf(fences: readonly Fence[]): Language {
  const first = fences.find((fence) => isRun(fence) && findLanguage(fence.language));
  return findLanguage(first?.language ?? '') ?? 'python';
}

/** Undefined for what the notebook's language cannot run. */
function codeOf(fence: Fence, language: Language): string | undefined {
  const { values, text } = fence;
  if (values.file !== undefined)
    return language === 'python' ? writing(values.file, `${text}\n`) : undefined;
  const isCode = isRun(fence) || values.exercise !== undefined || values.check !== undefined;
  return isCode && findLanguage(fence.language) === language ? text : undefined;
}

/** Without the fence itself. */
function infoOf(source: string): string {
  return /^(?:`+|~+)[ \t]*([^\n]*)/.exec(source)?.[1]?.trim() ?? '';
}
