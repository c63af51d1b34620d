import { useEffect, useMemo, useRef, useState } from 'react';
import { harmlessChart, takesWidth } from '@/lib/console/chart-spec';
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
  const { made, reason } = useMemo(() => prepare(chart), [chart]);
  const isMeasured = width !== undefined;
  const drawnWidth = made && takesWidth(made) ? width : undefined;

  useEffect(() => {
    const figure = box.current;
    if (reason !== undefined) onFail(reason);
    if (!figure || !made || !isMeasured) return;
    // The old drawing stays until the new one is there, so that nothing flickers.
    const next = document.createElement('div');
    next.className = 'chart-drawing';
    let isCurrent = true;
    let finalize = () => {};
    drawChart(next, made, theme, drawnWidth)
      .then((view) => {
        finalize = () => view.finalize();
        if (!isCurrent) return finalize();
        figure.replaceChildren(next);
        setHeight(next.offsetHeight);
      })
      .catch((error: Error) => {
        if (isCurrent) onFail(sentenceFor(error.message));
      });
    return () => {
      isCurrent = false;
      finalize();
    };
  }, [made, reason, theme, isMeasured, drawnWidth, onFail, setHeight]);

  return (
    <>
      <figure
        ref={box}
        className="result-chart"
        aria-label={made?.name ?? 'Chart made by the program'}
        style={{ minHeight: height }}
      />
      <ResultFoot summary={made?.language === 'vega' ? 'Vega chart' : 'Vega-Lite chart'}>
        {toggle}
      </ResultFoot>
    </>
  );
}

function prepare(chart: Record<string, unknown>) {
  try {
    return { made: harmlessChart(chart) };
  } catch (error) {
    return { reason: sentenceFor((error as Error).message) };
  }
}

function sentenceFor(reason: string): string {
  const short = reason.length > 200 ? `${reason.slice(0, 200)}…` : reason;
  return `This chart could not be drawn: ${short.replace(/\.$/, '')}.`;
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
