'use client';

import { useEffect, useId, useState } from 'react';
import { useMessages, useTexts } from '@/components/ui/messages-provider';
import type { SourceFile } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { readsInput } from '@/lib/agentbay/reads-input';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { fill } from '@/lib/messages/messages';
import type { StepStates } from '@/lib/steps/states';
import { canBeStepped } from '@/lib/steps/trace';
import { RecordedSteps } from './recorded-steps';
import { useRecording } from './use-recording';

/** What is recorded. */
export interface SteppedProgram {
  code: string;
  language: Language;
  files?: SourceFile[];
  /** What is prepared as its input; absent: nothing is. */
  stdin?: string | undefined;
  timeoutS?: number;
}

export interface StepsPanelProps {
  program: SteppedProgram;
  /** The step to begin with, from 1. */
  start?: number | undefined;
  /** Without `start`: it begins where this line of the program is next. */
  firstLine?: number | undefined;
  /** Nothing has been pressed, as where a link was followed: it runs when the reader says so. */
  asksFirst?: boolean;
  /** An address that leads to the program at a step, from 1; absent: there is none. */
  linkTo?: ((step: number) => Promise<string> | string) | undefined;
}

/** Has the program recorded, at once where it needs no input, and shows its steps. */
export function StepsPanel(props: StepsPanelProps) {
  const { program, start, firstLine = 1, asksFirst = false, linkTo } = props;
  const texts = useTexts();
  const words = texts.messages.steps;
  const { code, language, files = [], timeoutS } = program;
  const [input, setInput] = useState(program.stdin ?? '');
  const [wantsInput] = useState(
    () => program.stdin === undefined && readsInput(language, code, files),
  );
  const [isAsking, setIsAsking] = useState(wantsInput || asksFirst);
  const { recording, record, giveUp } = useRecording();
  const isPossible = canBeStepped(language);

  const begin = (stdin: string) => {
    if (!canBeStepped(language)) return;
    setIsAsking(false);
    void record({
      ...{ code, language, files },
      ...(stdin === '' ? {} : { stdin }),
      ...(timeoutS === undefined ? {} : { timeoutS }),
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => {
    if (!isAsking) begin(input);
  }, []);

  if (!isPossible) return <p className="steps-message">{words.notThisLanguage}</p>;
  if (isAsking || recording.kind === 'none')
    return (
      <InputForm
        hint={start !== undefined && asksFirst ? fill(words.asks, { step: start }) : undefined}
        wantsInput={wantsInput}
        value={input}
        onChange={setInput}
        onRecord={begin}
      />
    );
  if (recording.kind === 'recording')
    return (
      <div className="steps-message">
        <p role="status">{words.recording}</p>
        <button
          type="button"
          className="snippet-button"
          onClick={() => {
            giveUp();
            setIsAsking(true);
          }}
        >
          {words.stop}
        </button>
      </div>
    );
  if (recording.kind === 'failed')
    return (
      <div className="steps-message" role="alert">
        <p>{sentencesOfProblem(recording.problem, texts)}</p>
        <button type="button" className="snippet-button" onClick={() => begin(input)}>
          {words.tryAgain}
        </button>
      </div>
    );
  return (
    <RecordedSteps
      states={recording.states}
      sources={{ main: code, files }}
      start={start ?? stepFromLine(recording.states, firstLine)}
      linkTo={linkTo}
      again={<Again value={input} onChange={setInput} onRecord={begin} />}
    />
  );
}

/** From 1; the last step where none is that far down. */
function stepFromLine(states: StepStates, line: number): number {
  if (line <= 1) return 1;
  const found = states.trace.steps.findIndex(({ stack }) => (stack[0]?.[1] ?? 0) >= line);
  return found < 0 ? states.count : found + 1;
}

interface InputProps {
  value: string;
  onChange: (text: string) => void;
  onRecord: (stdin: string) => void;
}

interface InputFormProps extends InputProps {
  hint: string | undefined;
  wantsInput: boolean;
}

/** Before the recording: what it is to be given. */
function InputForm({ hint, wantsInput, value, onChange, onRecord }: InputFormProps) {
  const words = useMessages().steps;
  return (
    <div className="steps-message">
      {hint === undefined ? null : <p>{hint}</p>}
      {wantsInput ? <p>{words.input.ask}</p> : null}
      {wantsInput || value !== '' ? <InputField value={value} onChange={onChange} /> : null}
      <div className="steps-message-actions">
        <button type="button" className="snippet-button is-main" onClick={() => onRecord(value)}>
          {words.record}
        </button>
        {value === '' ? null : (
          <button type="button" className="snippet-button" onClick={() => onRecord('')}>
            {words.input.without}
          </button>
        )}
      </div>
    </div>
  );
}

function Again({ value, onChange, onRecord }: InputProps) {
  const words = useMessages().steps;
  const [given] = useState(value);
  return (
    <details className="steps-again">
      <summary>{words.input.title}</summary>
      <p className="steps-hint">{given === '' ? words.input.none : words.input.given}</p>
      <InputField value={value} onChange={onChange} />
      <button type="button" className="snippet-button" onClick={() => onRecord(value)}>
        {words.again}
      </button>
    </details>
  );
}

function InputField({ value, onChange }: Omit<InputProps, 'onRecord'>) {
  const words = useMessages().steps;
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="share-label">
        {words.input.label}
      </label>
      <textarea
        id={id}
        rows={4}
        spellCheck={false}
        className="share-field steps-input"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}
