import { type RefObject, useCallback, useId, useRef, useState } from 'react';
import { replaceText } from '@/components/editor/plain-keys';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import type { CompletionResponse } from '@/lib/agentbay/contract';
import { isActive } from '@/lib/store/selectors';

export type CompletionItem = CompletionResponse['items'][number];

/** What may stand in the field from `start` to the cursor. */
interface Offer {
  start: number;
  /** The text before `start`: when it changes, the offer is void. */
  before: string;
  items: CompletionItem[];
  /** Those that begin with what is typed. */
  fitting: CompletionItem[];
  active: number;
}

const MAX_ITEMS = 200;
const MAX_LABEL_LENGTH = 200;
const PAGE = 8;
const CONTROL = /\p{Cc}|\p{Zl}|\p{Zp}/u;

export type Completion = ReturnType<typeof useCompletion>;

/** The list that Tab opens under the prompt: asked for once, then narrowed by typing. */
export function useCompletion(field: RefObject<HTMLTextAreaElement | null>) {
  const store = usePlaygroundStore();
  const listId = useId();
  const [offer, setOffer] = useState<Offer>();
  /** The last question had no answer. */
  const [isNothing, setNothing] = useState(false);
  const asked = useRef<AbortController>(undefined);
  const isTaking = useRef(false);

  const close = useCallback(() => {
    asked.current?.abort();
    setOffer(undefined);
    setNothing(false);
  }, []);

  const take = (label: string, start: number) => {
    const element = field.current;
    close();
    // What is put in is no typing that would narrow the list.
    isTaking.current = true;
    if (element) replaceText(element, start, element.selectionEnd, label);
    isTaking.current = false;
  };

  /** Asks the context; a single answer is taken at once, unless the list is open already. */
  const ask = async () => {
    const element = field.current;
    if (!element || isActive(store.getState())) return;
    const { value, selectionEnd: cursor } = element;
    asked.current?.abort();
    const own = new AbortController();
    asked.current = own;
    try {
      const answer = await store.getState().completePrompt(value, cursor, own.signal);
      // Meanwhile more was typed: it is no answer to that.
      if (own.signal.aborted || element.value !== value || element.selectionEnd !== cursor) return;
      const items = answer.items.filter(isShowable).slice(0, MAX_ITEMS);
      const { start } = answer;
      setNothing(items.length === 0);
      const [only] = items;
      if (only && items.length === 1 && !offer) take(only.label, start);
      else setOffer(items.length > 0 ? offerOf(start, value, items, cursor) : undefined);
    } catch {
      // A convenience: what cannot be asked is typed.
    }
  };

  /** The text has changed by typing. */
  const onTyped = () => {
    if (isTaking.current) return;
    const element = field.current;
    asked.current?.abort();
    setNothing(false);
    if (!offer || !element) return;
    const { value, selectionEnd: cursor } = element;
    const typed = value.slice(offer.start, cursor);
    if (
      !value.startsWith(offer.before) ||
      cursor < offer.start ||
      !/^[\p{ID_Continue}$]*$/u.test(typed)
    ) {
      return close();
    }
    // A list that was cut holds others for a longer word.
    if (offer.items.length >= MAX_ITEMS) void ask();
    const next = offerOf(offer.start, value, offer.items, cursor);
    setOffer(next.fitting.length > 0 ? next : undefined);
  };

  const moveTo = (at: number) => setOffer(offer && { ...offer, active: at });

  /** True where the list has used the key. */
  const onKey = (key: string): boolean => {
    if (!offer) return false;
    const { active, fitting } = offer;
    const count = fitting.length;
    const targets: Record<string, number> = {
      ArrowDown: (active + 1) % count,
      ArrowUp: (active - 1 + count) % count,
      PageDown: Math.min(active + PAGE, count - 1),
      PageUp: Math.max(active - PAGE, 0),
    };
    const target = targets[key];
    const chosen = fitting[active];
    if (target !== undefined) moveTo(target);
    else if ((key === 'Enter' || key === 'Tab') && chosen) take(chosen.label, offer.start);
    else if (key === 'Escape') close();
    else return false;
    return true;
  };

  return {
    items: offer?.fitting ?? [],
    start: offer?.start ?? 0,
    active: offer?.active ?? -1,
    isOpen: offer !== undefined,
    isNothing,
    listId,
    optionId: (at: number) => `${listId}-${at}`,
    ask,
    onTyped,
    onKey,
    close,
    choose: (item: CompletionItem) => take(item.label, offer?.start ?? 0),
  };
}

function offerOf(start: number, value: string, items: CompletionItem[], cursor: number): Offer {
  const typed = value.slice(start, cursor);
  const fitting = items.filter(({ label }) => label.startsWith(typed));
  return { start, before: value.slice(0, start), items, fitting, active: 0 };
}

/** A name comes from the program: what does not fit on a line of the list is not offered. */
function isShowable({ label }: CompletionItem): boolean {
  return label !== '' && label.length <= MAX_LABEL_LENGTH && !CONTROL.test(label);
}
