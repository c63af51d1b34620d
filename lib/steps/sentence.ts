/** A step in words, for those who hear it and for all others. */
import { fill, fillPlural, type Texts } from '../messages/messages';
import { changesAt, nameOf } from './changes';
import type { ShownFrame, StepStates } from './states';
import type { Step } from './trace';
import { textOfValue } from './value-text';

const CHANGES = 3;
const PRINTED = 60;

/** "Step 7 of 42, line 3: total changed from 3 to 6. Next is line 4." `at` counts from 0. */
export function sentenceOf(states: StepStates, at: number, texts: Texts): string {
  const words = texts.messages.steps.sentence;
  const step = states.trace.steps[at];
  if (step === undefined) return '';
  const next = nextOf(states, at, texts);
  const place = { step: at + 1, count: states.count };
  if (at === 0) return joined(words.follow, [fill(words.begin, place), next]);
  const what = joined(words.two, partsOf(states, at, step, texts));
  const ran = placeThatRan(states, at, step);
  const template =
    ran === undefined ? words.plain : ran.file === mainFile(states) ? words.at : words.atFile;
  return joined(words.follow, [
    fill(template, { ...place, ...ran, what }),
    next,
    endOf(states, at, texts),
  ]);
}

/** Each language puts its own sign between two parts. */
function joined(pair: string, parts: string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((first, second) => (first === '' ? second : fill(pair, { first, second })), '');
}

function partsOf(states: StepStates, at: number, step: Step, texts: Texts): string[] {
  const words = texts.messages.steps.sentence;
  const { frames, boxes } = states.at(at);
  const top = frames.at(-1);
  const name = top === undefined ? '' : nameInWords(top, texts);
  const parts: string[] = [];
  const value = step.value === undefined ? '' : textOfValue(step.value, boxes);
  if (step.event === 'call') parts.push(calls(top, name, boxes, words));
  else if (step.event === 'exception')
    parts.push(fill(words.raises, { exception: step.exception ?? '' }));
  else if (step.event === 'yield') parts.push(fill(words.yields, { name, value }));
  else if (step.event === 'return' && top?.frame.kind === 'main') parts.push(words.ends);
  else if (step.event === 'return') {
    const hasValue = value !== '' && value !== 'None' && value !== 'undefined';
    parts.push(fill(hasValue ? words.returns : words.returnsPlain, { name, value }));
  }
  parts.push(...changesInWords(states, at, step, texts));
  const printed = printedBetween(states, at);
  if (printed !== '') parts.push(fill(words.printed, { text: printed }));
  return parts.length === 0 ? [words.nothing] : parts;
}

type Words = Texts['messages']['steps']['sentence'];

function calls(
  top: ShownFrame | undefined,
  name: string,
  boxes: Parameters<typeof textOfValue>[1],
  words: Words,
): string {
  const held = top?.frame.variables ?? [];
  const values = joined(
    words.two,
    held.map(([variable, value]) => `${variable} = ${textOfValue(value, boxes, 2, 40)}`),
  );
  return fill(values === '' ? words.callsPlain : words.calls, { name, values });
}

function changesInWords(states: StepStates, at: number, step: Step, texts: Texts): string[] {
  const words = texts.messages.steps.sentence;
  const entered = step.event === 'call' ? nameOfTop(states, at) : undefined;
  const changes = changesAt(states, at).filter(({ frame }) => frame !== entered);
  const said = changes
    .slice(0, CHANGES)
    .map(({ name, from, to }) =>
      from === undefined
        ? fill(words.new, { name, to: short(to) })
        : fill(words.changed, { name, from: short(from), to: short(to) }),
    );
  const more = changes.length - said.length;
  return more > 0 ? [...said, fillPlural(texts.locale, words.more, more)] : said;
}

function nameOfTop(states: StepStates, at: number): string | undefined {
  const top = states.at(at).frames.at(-1);
  return top && nameOf(top.frame);
}

function printedBetween(states: StepStates, at: number): string {
  const { output, steps } = states.trace;
  const text = output
    .slice(steps[at - 1]?.output ?? 0, steps[at]?.output ?? 0)
    .map((piece) => piece.text)
    .join('')
    .trim();
  return short(text.replaceAll(/\s*\n\s*/g, ' / '), PRINTED);
}

function short(text: string, length = 60): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** The line whose work this step shows: the one that was next before; of a return its own. */
function placeThatRan(
  states: StepStates,
  at: number,
  step: Step,
): { line: number; file: string } | undefined {
  const isOwn = step.event === 'return' || step.event === 'yield' || step.event === 'exception';
  const top = states.at(isOwn ? at : at - 1).frames.at(-1);
  return top === undefined || top.line === 0 ? undefined : { line: top.line, file: top.frame.file };
}

function nextOf(states: StepStates, at: number, texts: Texts): string {
  const words = texts.messages.steps.sentence;
  const line = lineThatIsNext(states, at);
  if (line === undefined) return '';
  return fill(line.file === mainFile(states) ? words.next : words.nextFile, { ...line });
}

/** Undefined at the end of a call, where only the next step tells. */
export function lineThatIsNext(
  states: StepStates,
  at: number,
): { line: number; file: string } | undefined {
  const event = states.trace.steps[at]?.event;
  if (event !== 'line' && event !== 'call') return undefined;
  const top = states.at(at).frames.at(-1);
  return top && { line: top.line, file: top.frame.file };
}

/** The line that has just run; undefined at the first step. */
export function lineThatRan(
  states: StepStates,
  at: number,
): { line: number; file: string } | undefined {
  const step = states.trace.steps[at];
  return step === undefined || at === 0 ? undefined : placeThatRan(states, at, step);
}

function endOf(states: StepStates, at: number, texts: Texts): string {
  const { errorMessage, cut } = states.trace;
  if (at < states.count - 1 || errorMessage === undefined || cut === 'steps' || cut === 'size')
    return '';
  return fill(texts.messages.steps.sentence.failed, { message: errorMessage });
}

export function mainFile(states: StepStates): string {
  return states.trace.steps[0]?.stack.length ? (states.at(0).frames[0]?.frame.file ?? '') : '';
}

export function nameInWords({ frame }: ShownFrame, texts: Texts): string {
  const words = texts.messages.steps.drawing;
  if (frame.kind === 'main') return words.main;
  if (frame.kind === 'module') return fill(words.module, { file: frame.file });
  if (frame.kind === 'class') return fill(words.class, { name: frame.name });
  return frame.name === 'ƒ' || frame.name === '<lambda>' ? words.anonymous : frame.name;
}
