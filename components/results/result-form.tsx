import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import type { ResultFailure } from '@/lib/console/result-failure';
import type { ResultBlock } from '@/lib/console/transcript';
import { HtmlResult } from './html-result';
import { ImageResult } from './image-result';
import { JsonResult } from './json-result';
import { TableResult } from './table-result';

/** What every form is given. */
export interface FormProps {
  /** Owns what the reader has done with the result. */
  block: ResultBlock;
  /** The form cannot be shown, and why. */
  onFail: (failure: ResultFailure) => void;
  /** The button that shows the text instead; stands in the result's foot. */
  toggle: ReactNode;
}

function Drawing() {
  return <p className="result-note">{useMessages().results.drawing}</p>;
}

// Each of these brings a library, fetched with the first result that needs it.
const ChartResult = dynamic(() => import('./chart-result').then((part) => part.ChartResult), {
  loading: Drawing,
});
const MarkdownResult = dynamic(
  () => import('./markdown-result').then((part) => part.MarkdownResult),
  { loading: Drawing },
);
const LatexResult = dynamic(() => import('./latex-result').then((part) => part.LatexResult), {
  loading: Drawing,
});

export function ResultForm(props: FormProps) {
  const { form } = props.block;
  switch (form.kind) {
    case 'chart':
      return <ChartResult {...props} chart={form.spec} />;
    case 'table':
      return <TableResult {...props} table={form.table} />;
    case 'image':
      return <ImageResult {...props} source={form.source} format={form.format} />;
    case 'html':
      return <HtmlResult {...props} html={form.html} />;
    case 'markdown':
      return <MarkdownResult {...props} markdown={form.markdown} />;
    case 'latex':
      return <LatexResult {...props} latex={form.latex} />;
    case 'json':
      return <JsonResult {...props} value={form.value} />;
  }
}
