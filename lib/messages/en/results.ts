import type { Plural } from '../messages';

export const results = {
  text: 'Text',
  asText: 'As text',
  drawing: 'Drawing…',
  download: 'Download',
  close: 'Close',
  openLarger: '{name}. Open larger',
  unnamedImage: 'Image made by the program',
  charts: { vega: 'Vega chart', 'vega-lite': 'Vega-Lite chart' },
  unnamedChart: 'Chart made by the program',
  /** In copied text. */
  imageAsText: '[image: {name}]',
  formula: 'Formula',
  html: 'HTML result',
  /** More frames than may be live at once. */
  framesLive: '{count} frames are live at once. This one follows when another is out of view.',
  table: 'Table',
  /** The head of a column without a name. */
  index: 'Index',
  rows: { one: '{count} row', other: '{count} rows' } as Plural,
  firstRows: 'First {shown} of {total} rows',
  firstRowsSorted: 'First {shown} of {total} rows, sorted among the first {held}',
  showMore: 'Show {count} more',
  /** Of a JSON value. */
  items: { one: '{count} item', other: '{count} items' } as Plural,
  fields: { one: '{count} field', other: '{count} fields' } as Plural,
  more: { one: '{count} more', other: '{count} more' } as Plural,
  markdown: {
    done: 'Done:',
    toDo: 'To do:',
    image: '[image: {name}]',
    notShown: 'not shown',
    footnotes: 'Footnotes',
    backToReference: 'Back to reference {number}',
  },
  failures: {
    notDrawn: 'This result could not be drawn, so its text is shown.',
    image: 'The {format} could not be read, so its text is shown.',
    htmlLeft: 'This HTML tried to leave its frame, so its text is shown.',
    markdownTooLong: 'This Markdown is too long to be laid out here.',
    latexTooLong: 'This LaTeX is too long to be typeset here.',
    latexTooComplex: 'This LaTeX could not be typeset: it is too complex.',
    latex: 'This LaTeX could not be typeset: {reason}.',
    chart: 'This chart could not be drawn: {reason}.',
    chartLoads: 'This chart could not be drawn: charts here load no data from elsewhere.',
    chartTooDeep: 'This chart could not be drawn: it is nested too deeply.',
    chartTooLarge:
      'This chart could not be drawn: a chart here may be at most {pixels} pixels wide and high.',
    chartTooLong: 'This chart could not be drawn: a chart here may generate at most {rows} rows.',
  },
};
