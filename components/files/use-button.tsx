import { usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import { codeForFile } from '@/lib/store/code-for-file';
import { shownPath } from '@/lib/store/shown-path';

/** Writes into the program how it takes up the file. */
export function UseButton({ path }: { path: string }) {
  const store = usePlaygroundStore();
  const texts = useMessages().files.pane;
  const use = () => {
    const { language, code, insertInProgram } = store.getState();
    insertInProgram(codeForFile(path, language, code[language]).lines);
  };
  return (
    <button
      type="button"
      className="files-action"
      aria-label={fill(texts.useOf, { name: shownPath(path) })}
      onClick={use}
    >
      {texts.use}
    </button>
  );
}
