/** The user's settings: their values, their defaults, and how they are kept between visits. */
import * as z from '../client/shape';
import type { SavedWorkStorage } from './saved-work';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export const MOTIONS = ['system', 'reduced', 'full'] as const;
export const TAB_WIDTHS = ['auto', 2, 4, 8] as const;
export const WORD_WRAPS = ['auto', 'on', 'off'] as const;
export const PLAIN_EDITORS = ['auto', 'on', 'off'] as const;
export const KEYS = ['default', 'vim', 'emacs'] as const;
export const PANES = ['auto', 'side', 'stacked'] as const;
/** How the panes can stand; `swapped` has the console first. */
export const ARRANGEMENTS = ['side', 'side-swapped', 'stacked', 'stacked-swapped'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

export const FONT_SIZE_PX = { min: 11, max: 24 } as const;
/** Percent of the room that the first pane may have. */
export const SHARE = { min: 20, max: 80 } as const;

export interface Settings {
  /** `system` follows the system's colours, and its wish for more contrast. */
  theme: (typeof THEMES)[number];
  motion: (typeof MOTIONS)[number];
  /** On a screen of ordinary width; very wide ones enlarge it with everything else. */
  editorFontSizePx: number;
  consoleFontSizePx: number;
  /** Columns; `auto` is what the language is used to. */
  tabWidth: (typeof TAB_WIDTHS)[number];
  /** `auto` breaks long lines where the window is as narrow as a phone. */
  wordWrap: (typeof WORD_WRAPS)[number];
  minimap: boolean;
  /** Which editor's keys Monaco has. */
  keys: (typeof KEYS)[number];
  /** A text field instead of Monaco; `auto` has it where fingers point. */
  plainEditor: (typeof PLAIN_EDITORS)[number];
  /** Long lines of output are broken; if not, they scroll sideways. */
  consoleWrap: boolean;
  /** Each line of output says how many seconds into the run it began. */
  consoleTimes: boolean;
  /** `auto` puts them side by side where there is room. */
  panes: (typeof PANES)[number];
  consoleFirst: boolean;
  /** The files stand beside the editor, where there is room for both. */
  filesPane: boolean;
  /** Percent of the room that the first pane has in each arrangement. */
  shares: Record<Arrangement, number>;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  motion: 'system',
  editorFontSizePx: 14,
  consoleFontSizePx: 13,
  tabWidth: 'auto',
  wordWrap: 'auto',
  minimap: false,
  keys: 'default',
  plainEditor: 'auto',
  consoleWrap: true,
  consoleTimes: false,
  panes: 'auto',
  consoleFirst: false,
  filesPane: false,
  shares: { side: 55, 'side-swapped': 45, stacked: 55, 'stacked-swapped': 45 },
};

export const SETTINGS_KEY = 'runbay.settings';
export const SETTINGS_VERSION = 1;

const within = ({ min, max }: { min: number; max: number }) =>
  z.number().check(z.gte(min), z.lte(max));
const fontSize = z.number().check(z.int(), z.gte(FONT_SIZE_PX.min), z.lte(FONT_SIZE_PX.max));
const share = (arrangement: Arrangement) =>
  z.catch(within(SHARE), DEFAULT_SETTINGS.shares[arrangement]);

/** Each value that is wrong or missing becomes its default; the others stay. */
const schema = z.object({
  version: z.literal(SETTINGS_VERSION),
  theme: z.catch(z.enum(THEMES), DEFAULT_SETTINGS.theme),
  motion: z.catch(z.enum(MOTIONS), DEFAULT_SETTINGS.motion),
  editorFontSizePx: z.catch(fontSize, DEFAULT_SETTINGS.editorFontSizePx),
  consoleFontSizePx: z.catch(fontSize, DEFAULT_SETTINGS.consoleFontSizePx),
  tabWidth: z.catch(z.literal(TAB_WIDTHS), DEFAULT_SETTINGS.tabWidth),
  wordWrap: z.catch(z.enum(WORD_WRAPS), DEFAULT_SETTINGS.wordWrap),
  keys: z.catch(z.enum(KEYS), DEFAULT_SETTINGS.keys),
  minimap: z.catch(z.boolean(), DEFAULT_SETTINGS.minimap),
  plainEditor: z.catch(z.enum(PLAIN_EDITORS), DEFAULT_SETTINGS.plainEditor),
  consoleWrap: z.catch(z.boolean(), DEFAULT_SETTINGS.consoleWrap),
  consoleTimes: z.catch(z.boolean(), DEFAULT_SETTINGS.consoleTimes),
  panes: z.catch(z.enum(PANES), DEFAULT_SETTINGS.panes),
  consoleFirst: z.catch(z.boolean(), DEFAULT_SETTINGS.consoleFirst),
  filesPane: z.catch(z.boolean(), DEFAULT_SETTINGS.filesPane),
  shares: z.catch(
    z.object({
      side: share('side'),
      'side-swapped': share('side-swapped'),
      stacked: share('stacked'),
      'stacked-swapped': share('stacked-swapped'),
    }),
    DEFAULT_SETTINGS.shares,
  ),
});

/** Whether the plain editor is the one to use; `touch`: fingers are what points here. */
export function wantsPlainEditor({ plainEditor }: Settings, touch: boolean): boolean {
  return plainEditor === 'auto' ? touch : plainEditor === 'on';
}

/** What was saved; the defaults where nothing was, where it cannot be read, or where it is not ours. */
export function loadSettings(storage: SavedWorkStorage | undefined): Settings {
  try {
    const text = storage?.getItem(SETTINGS_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    if (!parsed.success) return DEFAULT_SETTINGS;
    const { version: _, ...settings } = parsed.data;
    return settings;
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** False where the browser does not keep it: storage that is blocked or full. */
export function saveSettings(storage: SavedWorkStorage | undefined, settings: Settings): boolean {
  try {
    storage?.setItem(SETTINGS_KEY, JSON.stringify({ version: SETTINGS_VERSION, ...settings }));
    return storage !== undefined;
  } catch {
    return false;
  }
}
