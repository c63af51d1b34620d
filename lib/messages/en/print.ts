/** A program or a demo on paper. */
export const print = {
  button: 'Print…',
  title: 'Print as a handout',
  close: 'Close',
  lineNumbers: 'Line numbers',
  outputs: 'What the programs print',
  link: 'Link and QR code',
  traceRows: 'Empty trace table',
  noRows: 'none',
  rows: '{count} rows below each program',
  hint: 'Hidden cases, held solutions and notes are never on it. Your browser asks for printer, paper and margins, or makes a PDF.',
  start: 'Print',
  qr: 'The link as a QR code',
  trace: 'Trace table',
  line: 'Line',
  output: 'Output',
};
