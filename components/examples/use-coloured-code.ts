import { useMemo, useState } from 'react';
import type { Language } from '@/lib/agentbay/languages';
import { createLineColours } from '@/lib/highlight/line-colours';
import type { Piece } from '@/lib/highlight/pieces';

/** Code by lines, in the colours of the plain editor. */
export function useColouredCode(code: string, language: Language): readonly Piece[][] {
  const [colour] = useState(createLineColours);
  return useMemo(() => colour(code, language), [colour, code, language]);
}
