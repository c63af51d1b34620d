import { useCallback, useEffect, useReducer, useState } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import type { MatchPlace, SearchQuery, TranscriptSearch } from '@/lib/console/search';
import { textOfItemIn } from '@/lib/console/transcript';

/** At a time, so that typing and output never wait for it. */
const BUDGET_MS = 8;

export interface ConsoleSearch {
  search: TranscriptSearch;
  /** Rises with each change of what is found. */
  version: number;
  /** Rises when the reader goes to another match. */
  moves: number;
  setQuery(query: SearchQuery): void;
  step(direction: 1 | -1): void;
  /** Says what is at the top of the view: the search begins there. */
  setTop(place: MatchPlace): void;
}

/** Searches the transcript with `search`, while it grows; nothing where there is none. */
export function useSearch(search: TranscriptSearch | undefined): ConsoleSearch | undefined {
  const texts = useTexts();
  const transcript = usePlayground((state) => state.transcript);
  const outputVersion = usePlayground((state) => state.outputVersion);
  const [version, changed] = useReducer((count: number) => count + 1, 0);
  const [moves, moved] = useReducer((count: number) => count + 1, 0);
  const [top] = useState<{ place: MatchPlace }>({ place: { index: 0, column: 0 } });
  const [queries, asked] = useReducer((count: number) => count + 1, 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new output and a new query are what it waits for
  useEffect(() => {
    if (!search) return;
    const textOf = textOfItemIn(texts);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const end = performance.now() + BUDGET_MS;
      const isDone = search.advance(transcript.items, textOf, () => performance.now() > end);
      if (search.ordinal === 0 && search.total > 0) {
        const from = search.current ?? top.place;
        search.goNear(from);
        // Above the view only when nothing is below it.
        if (!isDone && isBefore(search.current, from)) search.leave();
        else moved();
      }
      changed();
      if (!isDone) timer = setTimeout(look);
    };
    look();
    return () => clearTimeout(timer);
  }, [search, transcript, outputVersion, queries, texts, top]);

  const setQuery = useCallback(
    (query: SearchQuery) => {
      search?.setQuery(query);
      asked();
    },
    [search],
  );
  const step = useCallback(
    (direction: 1 | -1) => {
      search?.step(direction);
      moved();
      changed();
    },
    [search],
  );
  const setTop = useCallback(
    (place: MatchPlace) => {
      top.place = place;
    },
    [top],
  );
  return search && { search, version, moves, setQuery, step, setTop };
}

function isBefore(place: MatchPlace | undefined, other: MatchPlace): boolean {
  if (!place) return false;
  return place.index < other.index || (place.index === other.index && place.column < other.column);
}
