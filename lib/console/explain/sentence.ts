/** Explanations as sentences in the reader's language. */
import type { ExplanationTexts } from '@/lib/messages/explanations';
import type { Explanation, Value, Values } from './explanation';

/** A piece of a sentence; code is shown in the letters of programs. */
export interface Words {
  text: string;
  isCode: boolean;
}

/** A longer value would hide the sentence. */
const MAX_VALUE_LENGTH = 120;

/** What is wrong, and then each hint, as sentences. */
export function sentencesOf(explanation: Explanation, texts: ExplanationTexts): Words[][] {
  const { kind, values, hints } = explanation;
  return [
    sentence(texts.kinds[kind].says, values, texts),
    ...hints.map((one) => sentence(texts.hints[one.hint], one.values, texts)),
  ];
}

/** The words of a text with backquotes around code, its places filled. */
export function sentence(template: string, values: Values, texts: ExplanationTexts): Words[] {
  const words = wordsOf(template, values, texts);
  const [first] = words;
  if (first && !first.isCode) first.text = first.text.charAt(0).toUpperCase() + first.text.slice(1);
  return words;
}

function wordsOf(template: string, values: Values, texts: ExplanationTexts): Words[] {
  const words: Words[] = [];
  const add = (text: string, isCode: boolean) => {
    const last = words.at(-1);
    if (text === '') return;
    if (last?.isCode === isCode) last.text += text;
    else words.push({ text, isCode });
  };
  template.split('`').forEach((part, index) => {
    const isCode = index % 2 === 1;
    // What is filled in is never read as a template itself: it comes from programs.
    for (const piece of part.split(/(\{\w+\})/)) {
      const value = /^\{\w+\}$/.test(piece) ? values[piece.slice(1, -1)] : undefined;
      if (value === undefined) add(piece, isCode);
      else if (typeof value === 'object') {
        for (const word of inWords(value, texts)) add(word.text, word.isCode || isCode);
      } else add(shortened(String(value)), isCode);
    }
  });
  return words;
}

function inWords(value: Exclude<Value, string | number>, texts: ExplanationTexts): Words[] {
  if ('statement' in value) {
    const [, word] = /^'(.+)'/.exec(value.statement) ?? [];
    if (word !== undefined) return wordsOf(texts.statements.statement, { word }, texts);
    const isClass = value.statement.startsWith('class');
    return wordsOf(isClass ? texts.statements.class : texts.statements.function, {}, texts);
  }
  const { type } = value;
  const known = texts.types as Record<string, string>;
  const name = /function|method/.test(type) ? 'function' : type;
  const template = Object.hasOwn(known, name) && name !== 'else' ? known[name] : undefined;
  return wordsOf(template ?? texts.types.else, { type }, texts);
}

function shortened(text: string): string {
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}
