import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import type { ChartSpec } from '@/lib/console/chart-spec';
import type { FrameTheme } from '@/lib/console/frame-messages';
import { ResultError } from '@/lib/console/result-failure';

const IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,/;

/** What a chart may listen to outside of itself: the pointer that drags something out of it. */
const EVENTS = {
  bind: 'container',
  selector: false,
  globalCursor: false,
  window: ['mousemove', 'mouseup', 'pointermove', 'pointerup', 'touchmove', 'touchend'],
};

/** Vega's own logger writes to the browser's console. This one keeps the first error. */
class Log {
  first: Error | undefined;
  level(): number {
    return vega.Error;
  }
  error(...parts: readonly unknown[]) {
    const [reason] = parts;
    this.first ??= reason instanceof Error ? reason : new Error(String(reason));
    return this;
  }
  warn() {
    return this;
  }
  info() {
    return this;
  }
  debug() {
    return this;
  }
}

/**
 * Draws a chart into an element, `width` pixels wide where it leaves that to the page; `name` is for one
 * that has none. Fetches nothing; throws an error with a short reason where it cannot be drawn.
 */
export async function drawChart(
  element: HTMLElement,
  chart: ChartSpec,
  theme: FrameTheme,
  { name, width }: { name: string; width: number | undefined },
): Promise<vega.View> {
  const log = new Log();
  const logger = log as unknown as vega.LoggerInterface;
  const spec = vegaSpec(chart, theme, width, logger);
  const { config = {} } = spec;
  spec.config = { ...config, events: EVENTS } as unknown as vega.Config;
  spec.description = chart.name ?? name;

  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    loader: offlineLoader(log),
    logger,
    renderer: 'svg',
    hover: true,
    container: element,
  } as vega.ViewOptions);
  await view.runAsync();
  if (log.first !== undefined) {
    view.finalize();
    throw log.first;
  }
  // Vega gives every mark a role, but a name only to those that a chart describes.
  for (const mark of element.querySelectorAll('[role="graphics-symbol"]:not([aria-label])')) {
    mark.removeAttribute('role');
    mark.removeAttribute('aria-roledescription');
  }
  return view;
}

function vegaSpec(
  { language, spec }: ChartSpec,
  theme: FrameTheme,
  width: number | undefined,
  logger: vega.LoggerInterface,
): vega.Spec {
  const own = spec.config as Record<string, unknown> | undefined;
  // A chart that brings its own background was made for the default colours.
  const hasGround = spec.background !== undefined || own?.background !== undefined;
  const config = hasGround ? {} : themeConfig(theme);
  if (language === 'vega') {
    return { ...spec, config: { ...config, ...own } } as vega.Spec;
  }
  const sized =
    width === undefined ? spec : { autosize: { type: 'fit', contains: 'padding' }, ...spec, width };
  type Options = NonNullable<Parameters<typeof compile>[1]>;
  return compile(sized as unknown as Parameters<typeof compile>[0], {
    config: config as NonNullable<Options['config']>,
    logger: logger as unknown as NonNullable<Options['logger']>,
  }).spec;
}

function offlineLoader(log: Log): vega.Loader {
  const refuse = async () => {
    log.error(new ResultError({ kind: 'chartLoads' }));
    throw new Error('blocked');
  };
  return {
    load: refuse,
    http: refuse,
    file: refuse,
    // Links and images: a chart may show images that it holds, and lead nowhere.
    sanitize: async (uri: string) => {
      if (!IMAGE.test(uri)) throw new Error('blocked');
      return { href: uri };
    },
  } as unknown as vega.Loader;
}

function themeConfig({ colors }: FrameTheme): Record<string, unknown> {
  const { text, muted, line, accent } = colors;
  const strong = colors['line-strong'];
  const font = 'Inter Variable, ui-sans-serif, system-ui, sans-serif';
  const words = { labelColor: muted, titleColor: text, labelFont: font, titleFont: font };
  return {
    background: 'transparent',
    font,
    mark: { color: accent },
    text: { color: text, fill: text },
    rule: { color: strong },
    view: { stroke: line },
    axis: { ...words, gridColor: line, domainColor: strong, tickColor: strong },
    legend: words,
    header: words,
    title: { color: text, subtitleColor: muted, font, subtitleFont: font },
  };
}
