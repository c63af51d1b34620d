import { useCallback, useEffect, useMemo, useState } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { browserLocks, browserStorage } from '@/lib/client/browser';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { listOwnPrograms, type OwnProgram, removeOwn, renameOwn } from '@/lib/share/own-programs';

/** The list, and what is done with it. `items` is undefined until it has been read. */
export function useOwnPrograms() {
  const store = usePlaygroundStore();
  const texts = useTexts();
  const place = useMemo(() => ({ store, kept: browserStorage(), locks: browserLocks() }), [store]);
  const [items, setItems] = useState<OwnProgram[]>();
  const [removed, setRemoved] = useState<{ item: OwnProgram; undo: () => Promise<void> }>();
  const [said, setSaid] = useState('');
  const otherTab = usePlayground((state) => state.otherTab);
  const read = useCallback(async () => setItems(await listOwnPrograms(place)), [place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab's change is a reason to read again
  useEffect(() => {
    void read();
  }, [read, otherTab]);

  const attempt = async (work: () => Promise<void>) => {
    setSaid('');
    try {
      await work();
    } catch (error) {
      setSaid(sentencesOfProblem(problemOf(error), texts));
    }
    await read();
  };
  return {
    items,
    removed: removed?.item,
    said,
    rename: (item: OwnProgram, title: string) => void attempt(() => renameOwn(item, title, place)),
    remove: (item: OwnProgram) =>
      void attempt(async () => setRemoved({ item, undo: await removeOwn(item, place) })),
    undo: () => {
      setRemoved(undefined);
      void attempt(async () => removed?.undo());
    },
  };
}
