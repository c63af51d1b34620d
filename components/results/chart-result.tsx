import { useEffect, useMemo, useRef, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { harmlessChart, takesWidth } from '@/lib/console/chart-spec';
import { ResultError, type ResultFailure } from '@/lib/console/result-failure';
import { drawChart } from './draw-chart';
import { ResultFoot } from './result-foot';
import type { FormProps } from './result-form';
import { useKept } from './use-kept';
import { useThemeColors } from './use-theme-colors';

const MAX_WIDTH = 560;

interface ChartResultProps extends FormProps {
  chart: Record<string, unknown>;
}

/** A Vega or Vega-Lite chart, in the page's colours and, where it does not name a width, the page's width. */
export function ChartResult({ block, chart, onFail, toggle }: ChartResultProps) {
  const box = useRef<HTMLElement>(null);
  const theme = useThemeColors();
  const [height, setHeight] = useKept(block, 'chartHeight', 240);
  const width = useRoundWidth(box);
  const { charts, unnamedChart } = useMessages().results;
  const { made, failure } = useMemo(() => prepare(chart), [chart]);
  const isMeasured = width !== undefined;
  const drawnWidth = made && takesWidth(made) ? width : undefined;

  useEffect(() => {
    const figure = box.current;
    if (failure) onFail(failure);
    if (!figure || !made || !isMeasured) return;
    // The old drawing stays until the new one is there, so that nothing flickers.
    const next = document.createElement('div');
    next.className = 'chart-drawing';
    let isCurrent = true;
    let finalize = () => {};
    drawChart(next, made, theme, { name: unnamedChart, width: drawnWidth })
      .then((view) => {
        finalize = () => view.finalize();
        if (!isCurrent) return finalize();
        figure.replaceChildren(next);
        setHeight(next.offsetHeight);
      })
      .catch((error: unknown) => {
        if (isCurrent) onFail(failureOf(error));
      });
    return () => {
      isCurrent = false;
      finalize();
    };
  }, [made, failure, theme, isMeasured, drawnWidth, unnamedChart, onFail, setHeight]);

  return (
    <>
      <figure
        ref={box}
        className="result-chart"
        aria-label={made?.name ?? unnamedChart}
        style={{ minHeight: height }}
      />
      <ResultFoot summary={charts[made?.language ?? 'vega-lite']}>{toggle}</ResultFoot>
    </>
  );
}

function prepare(chart: Record<string, unknown>) {
  try {
    return { made: harmlessChart(chart) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** What Vega has to say is in English. */
function failureOf(error: unknown): ResultFailure {
  if (error instanceof ResultError) return error.failure;
  const said = error instanceof Error ? error.message : String(error);
  const short = said.length > 200 ? `${said.slice(0, 200)}…` : said;
  return { kind: 'chart', values: { reason: short.replace(/\.$/, '') } };
}

/** The width there is, in steps, so that not every pixel of a resize draws anew. Undefined before it is known. */
function useRoundWidth(box: { current: HTMLElement | null }): number | undefined {
  const [width, setWidth] = useState<number>();

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const room = element.clientWidth;
      if (room > 0) setWidth(Math.min(MAX_WIDTH, Math.max(200, Math.floor(room / 8) * 8)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  return width;
}
