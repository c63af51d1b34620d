'use client';

import { Download, FilePlus2, Globe, NotebookPen, Upload } from 'lucide-react';
import { useOpening } from '@/components/actions/actions-provider';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { pickFiles } from './pick-files';
import { useSaveProgram } from './use-save-program';

/** Ways to begin with something else, and to take away what there is. `close` ends the dialog first. */
export function MakeAndSave({ close }: { close: (then: () => void) => void }) {
  const words = useMessages().programs;
  const { open } = useOpening();
  const save = useSaveProgram();
  const isPython = usePlayground(({ language }) => language === 'python');
  return (
    <div className="programs-make">
      {/* biome-ignore lint/a11y/useSemanticElements: these are no fields of a form */}
      <div role="group" aria-label={words.make.label} className="programs-buttons">
        <button
          type="button"
          className="snippet-button"
          onClick={() => close(() => open({ kind: 'new' }))}
        >
          <FilePlus2 className="size-4 text-muted" aria-hidden="true" />
          {words.make.new}
        </button>
        <button
          type="button"
          className="snippet-button"
          // The browser opens its own dialog only while the button is being pressed.
          onClick={() => pickFiles((files) => close(() => open({ kind: 'files', files })))}
        >
          <Upload className="size-4 text-muted" aria-hidden="true" />
          {words.make.file}
        </button>
        <button
          type="button"
          className="snippet-button"
          onClick={() => close(() => open({ kind: 'address' }))}
        >
          <Globe className="size-4 text-muted" aria-hidden="true" />
          {words.make.address}
        </button>
        <a className="snippet-button" href="/d/new">
          <NotebookPen className="size-4 text-muted" aria-hidden="true" />
          {words.make.demo}
        </a>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: these are no fields of a form */}
      <div role="group" aria-label={words.save.label} className="programs-buttons">
        <span className="programs-save" aria-hidden="true">
          <Download className="size-4 shrink-0" />
          {words.save.label}
        </span>
        <button type="button" className="snippet-button" onClick={() => save('file')}>
          {words.save.file}
        </button>
        <button type="button" className="snippet-button" onClick={() => save('zip')}>
          {words.save.zip}
        </button>
        {isPython ? (
          <button type="button" className="snippet-button" onClick={() => save('notebook')}>
            {words.save.notebook}
          </button>
        ) : null}
      </div>
    </div>
  );
}
