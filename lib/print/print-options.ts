/** What a handout shall have; kept in the browser for the next one. */
import { browserStorage } from '../client/browser';
import * as z from '../client/shape';

export interface PrintOptions {
  lineNumbers: boolean;
  outputs: boolean;
  /** The link as a QR code, and in letters. */
  link: boolean;
  /** Rows of an empty trace table below each program; 0: none. */
  traceRows: number;
}

export const TRACE_ROWS = [0, 6, 12, 20] as const;
export const PRINT_KEY = 'runbay.print';

const USUAL_TRACE_ROWS = 12;
const USUAL: PrintOptions = { lineNumbers: true, outputs: true, link: true, traceRows: 0 };

const schema = z.object({
  lineNumbers: z.boolean(),
  outputs: z.boolean(),
  link: z.boolean(),
  traceRows: z.literal(TRACE_ROWS),
});

export function loadPrintOptions(storage = browserStorage()): PrintOptions {
  try {
    return schema.safeParse(JSON.parse(storage?.getItem(PRINT_KEY) ?? 'null')).data ?? USUAL;
  } catch {
    return USUAL;
  }
}

export function savePrintOptions(options: PrintOptions, storage = browserStorage()): void {
  try {
    storage?.setItem(PRINT_KEY, JSON.stringify(options));
  } catch {
    // The next handout begins as usual.
  }
}

/** As `data-print` of the page's root, which the style sheet knows. */
export function wordsOfPrint({ lineNumbers, outputs, link }: PrintOptions): string {
  const left = [
    ...(lineNumbers ? [] : ['no-lines']),
    ...(outputs ? [] : ['no-outputs']),
    ...(link ? [] : ['no-link']),
  ];
  return left.join(' ');
}

/**
 * What a link asks for: `?print` what is usual, `?print=no-outputs,trace-12` that. Undefined where it asks
 * for no handout.
 */
export function printOptionsOfAddress(search: string): PrintOptions | undefined {
  const asked = new URLSearchParams(search).get('print');
  if (asked === null) return undefined;
  const words = asked.toLowerCase().split(/[\s,]+/);
  const traceRows = TRACE_ROWS.find((count) => count > 0 && words.includes(`trace-${count}`));
  return {
    lineNumbers: !words.includes('no-lines'),
    outputs: !words.includes('no-outputs'),
    link: !words.includes('no-link'),
    traceRows: traceRows ?? (words.includes('trace') ? USUAL_TRACE_ROWS : 0),
  };
}
