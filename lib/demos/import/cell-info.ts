/** A block's info string in the metadata of a notebook's cell, so that a demo comes back as it was. */
import * as z from '@/lib/client/shape';

const metadata = z.object({ runbay: z.object({ info: z.string() }) });

export const metadataOfInfo = (info: string) => ({ runbay: { info } });

/** Undefined for cells that are not of ours, and for what is no info string. */
export function infoOfCell(given: unknown): string | undefined {
  const info = metadata.safeParse(given).data?.runbay.info;
  return info !== undefined && /^[^\n`]{1,300}$/.test(info) ? info : undefined;
}
