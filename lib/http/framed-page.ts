/** A document in a frame of somebody else's page: the request for it, which this server makes of itself. */
import 'server-only';
import { EMBED_THEMES, type EmbedTheme } from '@/lib/share/embed-code';

/** Says in which colours, to the layout of the page. Only this server's own requests carry it. */
export const FRAME_HEADER = 'x-runbay-frame';

/** Undefined where the page is no frame. */
export function frameThemeOf(headers: Headers): EmbedTheme | undefined {
  const given = headers.get(FRAME_HEADER);
  return EMBED_THEMES.find((theme) => theme === given);
}
