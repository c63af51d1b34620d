'use client';

import clsx from 'clsx';
import { Link2, Play, RotateCcw, Square } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { useNextFocus } from '@/components/ui/use-next-focus';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { isAtWork } from '@/lib/demos/demo-store';
import type { CodePart } from '@/lib/demos/document';
import { fill } from '@/lib/messages/messages';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import { BlockEditor } from './block-editor';
import { BLOCK_TOOLS, type BlockTool } from './block-tools';
import { KEYS_HINT_ID } from './demo-bar';
import { useDemo, useDemoStore, useHasScript } from './demo-provider';

const BlockOutput = dynamic(() => import('./block-output').then((part) => part.BlockOutput), {
  ssr: false,
});

interface DemoBlockProps {
  part: CodePart;
  /** Among those that are shown, from 1. */
  number: number;
  /** Besides those that every document has. */
  tools?: readonly BlockTool[] | undefined;
  /** In front of an output that is kept back, and beside it when it is no more. */
  withheld?: ReactNode;
  /** What was recorded, made on the server. */
  children: ReactNode;
}

/** A block of a document: its code, Run, and what it gave. */
export function DemoBlock({ part, number, tools = [], withheld, children }: DemoBlockProps) {
  const words = useMessages().demo;
  const hasScript = useHasScript();
  const store = useDemoStore();
  const { id, language, role, stdin } = part;
  const { code, phase, error, isWithheld, isLeftOut } = useDemo(({ blocks }) => blocks[id]) ?? {
    code: part.code,
    phase: 'idle' as const,
    error: undefined,
    isWithheld: part.isPredicted,
    isLeftOut: undefined,
  };
  const output = useDemo(({ outputs }) => outputs[id]);
  const field = useRef<HTMLTextAreaElement>(null);
  const block = useRef<HTMLDivElement>(null);
  useShownLine(output, field);
  const keepFocus = useNextFocus(block);
  const isBusy = isAtWork(phase);
  const { name } = LANGUAGE_NAMES[language];
  const values = { number, language: name };
  const canEdit = hasScript && role === 'run';
  const isChanged = code !== part.code || output !== undefined;
  const run = () => {
    // First a guess, where there is one to be made.
    const guess = isWithheld
      ? block.current?.querySelector<HTMLElement>('.guess-form textarea')
      : null;
    if (guess) guess.focus();
    else void store.getState().run(id);
  };
  const all = [...BLOCK_TOOLS, ...tools];

  return (
    // biome-ignore lint/a11y/useSemanticElements: a region for each block would be too many
    <div
      ref={block}
      id={id}
      role="group"
      aria-label={fill(words.block, values)}
      className="demo-block"
      data-phase={phase}
      data-print-program=""
    >
      <div className="demo-block-head" data-print="no">
        <span className="demo-block-name">
          {name}
          {role === 'readonly' ? <span className="text-muted"> · {words.readOnly}</span> : null}
        </span>
        <a className="demo-tool" href={`#${id}`} title={words.link} aria-label={words.link}>
          <Link2 className="size-3.5" aria-hidden="true" />
        </a>
        {hasScript ? (
          <>
            {isChanged && !isBusy ? (
              <button
                type="button"
                className="demo-tool"
                title={words.resetHint}
                onClick={() => {
                  store.getState().reset(id);
                  keepFocus('.demo-run');
                }}
              >
                <RotateCcw className="size-3.5" aria-hidden="true" />
                {words.reset}
              </button>
            ) : null}
            {all.map(({ name: key, Button }) => (
              <Button key={key} part={part} />
            ))}
          </>
        ) : null}
        <button
          type="button"
          className={clsx('snippet-button demo-run', !isBusy && 'is-main')}
          // Before there is a script it only takes its place.
          style={{ visibility: hasScript ? undefined : 'hidden' }}
          title={words.runHint}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => (isBusy ? store.getState().stop() : run())}
        >
          {isBusy ? (
            <Square className="size-3.5" aria-hidden="true" />
          ) : (
            <Play className="size-3.5" aria-hidden="true" />
          )}
          {isBusy ? words.stop : words.run}
        </button>
      </div>
      <BlockEditor
        code={code}
        language={language}
        label={fill(words.code, values)}
        hintId={KEYS_HINT_ID}
        onChange={canEdit ? (text) => store.getState().setCode(id, text) : undefined}
        onRun={run}
        onRunAndNext={() => {
          run();
          focusNext(block.current);
        }}
        errorLine={error?.line}
        field={field}
      />
      {stdin === undefined ? null : (
        <div className="demo-input">
          <span className="demo-label">{words.input}</span>
          <pre translate="no">{stdin.replace(/\n$/, '')}</pre>
        </div>
      )}
      <SetupFailure part={part} />
      <div className="demo-output" data-print-output="">
        {isLeftOut ? <p className="snippet-none">{words.leftOut}</p> : null}
        {withheld}
        {isWithheld ? (
          withheld ? null : (
            <p className="snippet-none demo-withheld">{isBusy ? words.waiting : words.withheld}</p>
          )
        ) : output ? (
          <BlockOutput store={output} />
        ) : phase === 'waiting' ? (
          <p className="snippet-none">{words.waiting}</p>
        ) : (
          children
        )}
      </div>
      {all.map(({ name: key, Panel }) => (Panel ? <Panel key={key} part={part} /> : null))}
    </div>
  );
}

/** What is prepared out of sight has no output of its own. */
function SetupFailure({ part }: { part: CodePart }) {
  const words = useMessages().demo;
  const store = useDemoStore();
  const failed = useDemo(({ blocks }) =>
    Object.entries(blocks).find(
      ([id, { phase, error }]) => phase === 'failed' && error && isSetupOf(store, id, part),
    ),
  )?.[1].error;
  if (!failed) return null;
  return (
    <p role="alert" className="demo-problem">
      {fill(words.setupFailed, { error: `${failed.name}: ${failed.message}` })}
    </p>
  );
}

/** It is told at the first block that is shown below it. */
function isSetupOf(store: ReturnType<typeof useDemoStore>, id: string, part: CodePart): boolean {
  return store.getState().setupsOf(part.id).includes(id);
}

/** A place that an error names is shown in the block. */
function useShownLine(
  output: PlaygroundStore | undefined,
  field: { current: HTMLTextAreaElement | null },
): void {
  useEffect(
    () =>
      output?.subscribe(({ revealed, revealDone }) => {
        if (!revealed) return;
        revealDone();
        const { current } = field;
        if (!current) return;
        const before = current.value.split('\n').slice(0, revealed.line - 1);
        const at = before.reduce((sum, line) => sum + line.length + 1, 0);
        current.focus();
        current.setSelectionRange(at, at);
      }),
    [output, field],
  );
}

/** As in a notebook: the field of the next block that can be changed. */
function focusNext(block: HTMLElement | null): void {
  const fields = Array.from(document.querySelectorAll<HTMLElement>('.demo-block textarea'));
  const own = block?.querySelector('textarea') ?? null;
  const next = fields[fields.indexOf(own as HTMLElement) + 1];
  next?.focus();
}
