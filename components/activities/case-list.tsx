import { Check, Minus, X } from 'lucide-react';
import type { CaseResult } from '@/lib/checking/outcome';
import { whyNot } from '@/lib/demos/case-words';
import type { Texts } from '@/lib/messages/messages';

interface CaseListProps {
  results: readonly CaseResult[];
  texts: Texts;
}

const ICONS = { passed: Check, failed: X, untried: Minus };

/** Case by case: what was given, what came, and what is not right about it. */
export function CaseList({ results, texts }: CaseListProps) {
  const words = texts.messages.activities.case;
  return (
    <ol className="cases" aria-label={words.list}>
      {results.map((result, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cases have no other name than their number
        <Case key={at} result={result} texts={texts} />
      ))}
    </ol>
  );
}

function Case({ result, texts }: { result: CaseResult; texts: Texts }) {
  const words = texts.messages.activities.case;
  const { state, isHidden, label, given, came, expected, printed } = result;
  const Icon = ICONS[state];
  const isInput = given.kind === 'input';
  const why = whyNot(result, texts);
  const text = isInput ? given.text.trimEnd() : given.text;
  const isLong = text.includes('\n');
  return (
    <li className="case" data-state={state}>
      <p className="case-head">
        <span className="case-icon">
          <Icon className="size-3.5" aria-hidden="true" />
        </span>
        {label ? <span className="case-label">{label}</span> : null}
        {isLong ? null : <code translate="no">{text === '' ? words.noInput : text}</code>}
        <span className="case-facts">
          {words[state]}
          {isHidden ? ` · ${words.hidden}` : null}
        </span>
      </p>
      {state === 'failed' ? (
        <>
          {why === undefined ? null : <p className="case-why">{why}</p>}
          <dl className="case-values">
            {isLong ? <Fact name={words.given} text={text} nothing={words.nothing} /> : null}
            {came === undefined ? null : (
              <Fact name={words.came[given.kind]} text={came.trimEnd()} nothing={words.nothing} />
            )}
            {expected === undefined ? null : (
              <Fact name={words.expected} text={expected} nothing={words.nothing} />
            )}
            {printed === undefined || isInput ? null : (
              <Fact name={words.printed} text={printed.trimEnd()} nothing={words.nothing} />
            )}
          </dl>
        </>
      ) : isLong ? (
        <dl className="case-values">
          <Fact name={words.given} text={text} nothing={words.nothing} />
        </dl>
      ) : null}
    </li>
  );
}

function Fact({ name, text, nothing }: { name: string; text: string; nothing: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {text === '' ? (
          <span className="text-muted">{nothing}</span>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <pre translate="no" tabIndex={text.length > 60 ? 0 : undefined}>
            {text}
          </pre>
        )}
      </dd>
    </div>
  );
}
