import { useCallback } from 'react';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { downloadText } from '@/lib/client/download';
import { outputFileName } from '@/lib/console/output-name';

/** Gives the user what is on the console as a text file. */
export function useDownload(): () => void {
  const store = usePlaygroundStore();
  const texts = useTexts();
  return useCallback(() => {
    const { transcript, run, language } = store.getState();
    const name = outputFileName(run?.language ?? language, new Date());
    downloadText(name, transcript.toText(texts));
  }, [store, texts]);
}
