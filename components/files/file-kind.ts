import {
  File,
  FileBraces,
  FileCode,
  FileImage,
  FileText,
  type LucideIcon,
  Sheet,
} from 'lucide-react';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { languageOfPath } from '@/lib/store/document-language';

const ICONS: [RegExp, LucideIcon][] = [
  [/\.(csv|tsv|xlsx?|parquet)$/i, Sheet],
  [/\.(png|jpe?g|gif|webp|svg|bmp|ico)$/i, FileImage],
  [/\.(txt|md|log)$/i, FileText],
];

/** What a file's name says about it: a sign, and in a word. */
export function kindOfFile(path: string): { Icon: LucideIcon; word: string } {
  const language = languageOfPath(path);
  if (language === 'json') return { Icon: FileBraces, word: 'JSON' };
  if (language !== 'plaintext' && language !== 'markdown')
    return { Icon: FileCode, word: LANGUAGE_NAMES[language].name };
  const word = /\.(\w{1,6})$/.exec(path)?.[1]?.toUpperCase() ?? '';
  return { Icon: ICONS.find(([name]) => name.test(path))?.[1] ?? File, word };
}
