import { usePlayground } from '@/components/playground/store-provider';

/** Whether the files are to be seen: beside the editor as it was chosen, on a phone over the page for the moment. */
export function useFilesShown(): boolean {
  return usePlayground(({ appearance, settings, settingsRestored, filesSheet }) =>
    appearance.phone ? filesSheet : settingsRestored && settings.filesPane,
  );
}
