'use client';

import { Dialog } from '@base-ui/react/dialog';
import { type FormEvent, useId, useState } from 'react';
import { CheckField } from '@/components/share/share-options';
import { DialogHead } from '@/components/ui/dialog-head';
import { useMessages } from '@/components/ui/messages-provider';
import { Select } from '@/components/ui/select';
import { fill } from '@/lib/messages/messages';
import {
  loadPrintOptions,
  type PrintOptions,
  savePrintOptions,
  TRACE_ROWS,
} from '@/lib/print/print-options';
import { Handout } from './handout';

interface PrintDialogProps {
  /** What a link wants; absent: what was chosen the last time. */
  asked?: PrintOptions | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What the handout shall have; then the browser's own dialog. */
export function PrintDialog({ asked, open, onOpenChange }: PrintDialogProps) {
  const words = useMessages().print;
  const [printing, setPrinting] = useState<PrintOptions>();
  const [chosen, setChosen] = useState<PrintOptions>();
  return (
    <>
      <Dialog.Root
        open={open}
        onOpenChange={onOpenChange}
        onOpenChangeComplete={(isOpen) => {
          // Only now nothing lies over the page.
          if (!isOpen) setPrinting(chosen);
          setChosen(undefined);
        }}
      >
        <Dialog.Portal>
          <Dialog.Backdrop className="dialog-backdrop" />
          <Dialog.Popup className="share-dialog print-dialog">
            <DialogHead title={words.title} close={words.close} />
            <PrintForm
              asked={asked}
              onPrint={(options) => {
                setChosen(options);
                onOpenChange(false);
              }}
            />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      {printing ? <Handout options={printing} onEnd={() => setPrinting(undefined)} /> : null}
    </>
  );
}

interface PrintFormProps {
  asked: PrintOptions | undefined;
  onPrint: (options: PrintOptions) => void;
}

function PrintForm({ asked, onPrint }: PrintFormProps) {
  const words = useMessages().print;
  const id = useId();
  const [options, setOptions] = useState(() => asked ?? loadPrintOptions());
  const change = (changed: Partial<PrintOptions>) => setOptions({ ...options, ...changed });
  return (
    <form
      className="share-form min-h-0 overflow-y-auto p-4"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        savePrintOptions(options);
        onPrint(options);
      }}
    >
      <div className="grid gap-2">
        {(['lineNumbers', 'outputs', 'link'] as const).map((name) => (
          <CheckField
            key={name}
            checked={options[name]}
            onChange={(checked) => change({ [name]: checked })}
          >
            {words[name]}
          </CheckField>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id} className="share-label">
          {words.traceRows}
        </label>
        <Select
          id={id}
          className="min-w-40"
          value={options.traceRows}
          onChange={({ target }) => change({ traceRows: Number(target.value) })}
        >
          {TRACE_ROWS.map((count) => (
            <option key={count} value={count}>
              {count === 0 ? words.noRows : fill(words.rows, { count })}
            </option>
          ))}
        </Select>
      </div>
      <p className="share-hint">{words.hint}</p>
      <div className="share-foot">
        <button type="submit" className="snippet-button is-main">
          {words.start}
        </button>
      </div>
    </form>
  );
}
