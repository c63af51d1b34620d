/** Sizes as limits are told. */

/** `1 MiB`, `64 KiB`: whole units where they come out even. */
export function sizeInWords(bytes: number): string {
  const MIB = 1024 * 1024;
  if (bytes >= MIB && bytes % MIB === 0) return `${bytes / MIB} MiB`;
  return `${Math.round(bytes / 1024)} KiB`;
}
