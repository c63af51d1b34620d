'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { QrCode } from '@/components/share/qr-code';
import { useMessages } from '@/components/ui/messages-provider';
import { assignedNames } from '@/lib/print/assigned-names';
import { type PrintOptions, wordsOfPrint } from '@/lib/print/print-options';

interface HandoutProps {
  options: PrintOptions;
  onEnd: () => void;
}

/** A program of the page, and the empty element below it. */
interface Program {
  place: HTMLElement;
  names: string[];
}

/** More columns leave no room to write. */
const MAX_NAMES = 5;

/** Adds to the page what only paper needs, prints it, and takes it away again. */
export function Handout({ options, onEnd }: HandoutProps) {
  const words = useMessages().print;
  const [link] = useState(() => document.querySelector<HTMLElement>('[data-print-link]'));
  const [programs, setPrograms] = useState<Program[]>();

  useEffect(() => {
    const found = options.traceRows > 0 ? findPrograms() : [];
    setPrograms(found);
    const root = document.documentElement;
    root.dataset.print = wordsOfPrint(options);
    return () => {
      delete root.dataset.print;
      for (const { place } of found) place.remove();
    };
  }, [options]);

  useEffect(() => {
    if (!programs) return;
    window.addEventListener('afterprint', onEnd, { once: true });
    // What was added has to be there before.
    const frame = requestAnimationFrame(() => setTimeout(() => window.print()));
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', onEnd);
    };
  }, [programs, onEnd]);

  return (
    <>
      {link && options.link
        ? createPortal(<QrCode text={link.dataset.printLink ?? ''} label={words.qr} />, link)
        : null}
      {programs?.map(({ place, names }, index) =>
        createPortal(<TraceTable names={names} rows={options.traceRows} />, place, String(index)),
      )}
    </>
  );
}

function findPrograms(): Program[] {
  return [...document.querySelectorAll<HTMLElement>('[data-print-program]')].map((part) => {
    const lines = part.querySelectorAll('.snippet-line, .plain-lines > code');
    const code = Array.from(lines, (line) => line.textContent?.replace(/\n$/, '')).join('\n');
    const place = document.createElement('div');
    part.after(place);
    return { place, names: assignedNames(code, MAX_NAMES) };
  });
}

interface TraceTableProps {
  names: readonly string[];
  rows: number;
}

/** To be filled in by hand: what each line does to each variable, and what it prints. */
function TraceTable({ names, rows }: TraceTableProps) {
  const words = useMessages().print;
  const columns = [...names, ...Array.from({ length: Math.max(0, 3 - names.length) }, () => '')];
  return (
    <table className="trace-table">
      <caption>{words.trace}</caption>
      <thead>
        <tr>
          <th scope="col">{words.line}</th>
          {columns.map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns without a name have no other
            <th key={index} scope="col" translate="no">
              {name}
            </th>
          ))}
          <th scope="col">{words.output}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
          <tr key={row}>
            {Array.from({ length: columns.length + 2 }, (__, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells are all alike
              <td key={column} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
