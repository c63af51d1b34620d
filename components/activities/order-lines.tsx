'use client';

import clsx from 'clsx';
import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight, GripVertical } from 'lucide-react';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useHasScript } from '@/components/demo/demo-provider';
import { useTexts } from '@/components/ui/messages-provider';
import type { Language } from '@/lib/agentbay/languages';
import { outcomeInWords } from '@/lib/demos/case-words';
import {
  codeOfOrder,
  firstOrder,
  indented,
  moved,
  type OrderedLine,
  orderOfCode,
} from '@/lib/demos/line-order';
import { createLineColours } from '@/lib/highlight/line-colours';
import { fill, fillPlural } from '@/lib/messages/messages';
import { ActivityFrame } from './activity-frame';
import { useActivity } from './use-activity';

interface OrderLinesProps {
  name: string;
  /** Undefined: in no colours. */
  language: Language | undefined;
  lines: readonly string[];
  asksIndent: boolean;
  hints: readonly ReactNode[];
  reference: string | undefined;
  revision: number | undefined;
}

/** A line that was taken up by keyboard, and where everything stood before. */
interface Taken {
  key: number;
  before: OrderedLine[];
}

/** Lines to be put in order: by mouse, by finger, by keyboard. */
export function OrderLines(props: OrderLinesProps) {
  const { name, language, lines, asksIndent, hints, reference, revision } = props;
  const texts = useTexts();
  const words = texts.messages.activities.order;
  const hasScript = useHasScript();
  const work = useActivity({ name, reference, revision, shown: (answer) => answer });
  const order = orderOfCode(work.kept.answer, lines) ?? firstOrder(lines);
  const count = order.length;
  const [taken, setTaken] = useState<Taken>();
  const [dragged, setDragged] = useState<number>();
  const [said, setSaid] = useState('');
  const [colour] = useState(createLineColours);
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<number>(undefined);
  const howId = useId();
  const outcome = work.outcome?.type === 'order' ? work.outcome : undefined;

  // A line that moves in the list loses the focus in some browsers.
  useEffect(() => {
    if (focused.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-line-key="${focused.current}"]`)?.focus();
    focused.current = undefined;
  });

  const set = (next: OrderedLine[]) => work.setAnswer(codeOfOrder(next).join('\n'));
  const move = (at: number, to: number) => {
    if (to < 0 || to >= count || to === at) return;
    set(moved(order, at, to));
    setSaid(fill(words.moved, { number: to + 1, count }));
  };
  const indentBy = (at: number, by: number) => {
    const next = indented(order, at, by);
    set(next);
    setSaid(fillPlural(texts.locale, words.indented, next[at]?.depth ?? 0));
  };

  const onKeyDown = (event: KeyboardEvent, at: number, line: OrderedLine) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const isTaken = taken?.key === line.key;
    const values = { text: line.text.trim(), number: at + 1, count };
    const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
    if (key === ' ' || key === 'Enter') {
      setTaken(isTaken ? undefined : { key: line.key, before: order });
      setSaid(fill(isTaken ? words.put : words.taken, values));
    } else if (key === 'Escape' && isTaken) {
      focused.current = line.key;
      set(taken.before);
      setTaken(undefined);
      setSaid(fill(words.cancelled, values));
    } else if (step !== 0 && isTaken) {
      focused.current = line.key;
      move(at, at + step);
    } else if (step !== 0) {
      const other = order[at + step];
      if (!other) return;
      list.current?.querySelector<HTMLElement>(`[data-line-key="${other.key}"]`)?.focus();
    } else if (asksIndent && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      indentBy(at, key === 'ArrowLeft' ? -1 : 1);
    } else return;
    event.preventDefault();
  };

  /** Where the line would stand whose middle is at that height. */
  const placeAt = (y: number): number => {
    const rows = Array.from(list.current?.children ?? [], (row) => row.getBoundingClientRect());
    const place = rows.findIndex(({ top, height }) => y < top + height);
    return place < 0 ? rows.length - 1 : place;
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>, line: OrderedLine) => {
    const isButton = (event.target as HTMLElement).closest('.order-tools') !== null;
    const isGrip = (event.target as HTMLElement).closest('.order-grip') !== null;
    // A finger on the line itself scrolls the page.
    if (isButton || event.button !== 0 || (event.pointerType !== 'mouse' && !isGrip)) return;
    // Of the list: a line that moves in it would lose the pointer.
    list.current?.setPointerCapture(event.pointerId);
    setDragged(line.key);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (dragged === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const from = order.findIndex(({ key }) => key === dragged);
    const to = placeAt(event.clientY);
    if (from >= 0 && to !== from) move(from, to);
  };

  return (
    <ActivityFrame
      type="order"
      name={name}
      work={work}
      said={outcome ? outcomeInWords(outcome, texts) : ''}
      hints={hints}
      onCheck={() => {
        setTaken(undefined);
        const code = codeOfOrder(order);
        void work.check({ lines: code }, code.join('\n'));
      }}
      onRestart={() => {
        setTaken(undefined);
        work.restart();
      }}
    >
      <p id={howId} className="activity-note" hidden={!hasScript}>
        {words.how} {asksIndent ? words.howIndent : null}
      </p>
      <ol
        ref={list}
        className="order-list"
        aria-label={words.list}
        onPointerMove={onPointerMove}
        onLostPointerCapture={() => setDragged(undefined)}
      >
        {order.map((line, at) => {
          const text = line.text.trim();
          const values = { text, number: at + 1, count };
          const pieces = language ? (colour(line.text, language)[0] ?? []) : [{ text: line.text }];
          return (
            <li
              key={line.key}
              className={clsx('order-line', dragged === line.key && 'is-dragged')}
              data-taken={taken?.key === line.key || undefined}
              data-right={outcome && !outcome.passed && at < outcome.rightLines ? 'yes' : undefined}
              onPointerDown={(event) => hasScript && onPointerDown(event, line)}
            >
              <button
                type="button"
                className="order-grip"
                data-line-key={line.key}
                aria-label={fill(words.line, values)}
                aria-describedby={howId}
                aria-pressed={taken?.key === line.key}
                disabled={!hasScript}
                onKeyDown={(event) => onKeyDown(event, at, line)}
                onBlur={({ relatedTarget }) => {
                  // Not where it only moved in the list.
                  if (relatedTarget) setTaken(undefined);
                }}
              >
                <GripVertical className="size-4" aria-hidden="true" />
              </button>
              <code className="order-text" translate="no">
                {'    '.repeat(line.depth)}
                {pieces.map((piece, index) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no names
                    key={index}
                    data-code={'kind' in piece ? piece.kind : undefined}
                  >
                    {piece.text}
                  </span>
                ))}
              </code>
              {hasScript ? (
                <span className="order-tools" data-print="no">
                  {asksIndent ? (
                    <>
                      <Tool
                        label={fill(words.out, values)}
                        onClick={() => indentBy(at, -1)}
                        isOff={line.depth === 0}
                      >
                        <ChevronLeft className="size-4" aria-hidden="true" />
                      </Tool>
                      <Tool label={fill(words.in, values)} onClick={() => indentBy(at, 1)}>
                        <ChevronRight className="size-4" aria-hidden="true" />
                      </Tool>
                    </>
                  ) : null}
                  <Tool
                    label={fill(words.up, values)}
                    onClick={() => move(at, at - 1)}
                    isOff={at === 0}
                  >
                    <ArrowUp className="size-4" aria-hidden="true" />
                  </Tool>
                  <Tool
                    label={fill(words.down, values)}
                    onClick={() => move(at, at + 1)}
                    isOff={at === count - 1}
                  >
                    <ArrowDown className="size-4" aria-hidden="true" />
                  </Tool>
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
      <p className="sr-only" aria-live="assertive">
        {said}
      </p>
    </ActivityFrame>
  );
}

interface ToolProps {
  label: string;
  onClick: () => void;
  /** It keeps its place, and the focus. */
  isOff?: boolean;
  children: ReactNode;
}

/** For one hand, a head stick or a voice: what dragging does, without dragging. */
function Tool({ label, onClick, isOff = false, children }: ToolProps) {
  return (
    <button
      type="button"
      className="order-tool"
      // The keys of the line are enough by keyboard.
      tabIndex={-1}
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      {children}
    </button>
  );
}
