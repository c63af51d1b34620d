/** A list in pages: a token says after which session the next page begins. */
import 'server-only';
import { shown } from '@/lib/agentbay/shown';
import type { Parameters } from './parameters';
import { wrongParameter } from './refusal';

const DEFAULT_RESULTS = 10;
const MAX_RESULTS = 100;

interface Numbered {
  /** Rises with each session. */
  readonly number: number;
}

interface Page<Item> {
  items: Item[];
  maxResults: number;
  /** Empty on the last page. */
  nextToken: string;
  totalCount: number;
}

/** The page of `all` that `MaxResults` and `NextToken` ask for. A session that ended meanwhile shifts nothing. */
export function pageOf<Item extends Numbered>(all: Item[], parameters: Parameters): Page<Item> {
  const maxResults = parameters.whole('MaxResults', {
    min: 1,
    max: MAX_RESULTS,
    absent: DEFAULT_RESULTS,
  });
  const after = readToken(parameters.text('NextToken'));
  const rest = all.filter(({ number }) => number > after);
  const items = rest.slice(0, maxResults);
  const last = items.at(-1);
  const hasMore = last !== undefined && rest.length > items.length;
  return {
    items,
    maxResults,
    nextToken: hasMore ? token(last.number) : '',
    totalCount: all.length,
  };
}

function token(number: number): string {
  return Buffer.from(`after ${number}`).toString('base64url');
}

function readToken(text: string | undefined): number {
  if (text === undefined) return 0;
  const [, number] = /^after (\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (number === undefined) {
    throw wrongParameter('NextToken', 'the token of an earlier answer', shown(text));
  }
  return Number(number);
}
