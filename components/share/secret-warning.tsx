import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { fill } from '@/lib/messages/messages';
import type { SharedProgram } from '@/lib/share/program';
import { findSecrets, type LikelySecret } from '@/lib/share/secrets';
import { shownPath } from '@/lib/store/shown-path';

interface PlacedSecret extends LikelySecret {
  path: string;
}

/** More are not named. */
const MAX_NAMED = 5;

export function useSecrets({ language, code, files, stdin }: SharedProgram): PlacedSecret[] {
  const { input } = useMessages().share.page;
  return useMemo(() => {
    const texts = [
      { path: LANGUAGE_NAMES[language].fileName, text: code },
      ...files,
      { path: input, text: stdin ?? '' },
    ];
    return texts.flatMap(({ path, text }) => findSecrets(text).map((one) => ({ ...one, path })));
  }, [language, code, files, stdin, input]);
}

/** Says what looks like a secret; the author decides. */
export function SecretWarning({ secrets }: { secrets: readonly PlacedSecret[] }) {
  const words = useMessages().share.secrets;
  if (secrets.length === 0) return null;
  return (
    <div className="share-warning">
      <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warning" aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-semibold">{words.title}</p>
        <ul>
          {secrets.slice(0, MAX_NAMED).map(({ path, line, kind }) => (
            <li key={`${path} ${line}`} className="wrap-anywhere">
              {fill(words.place, { path: shownPath(path), line, kind: words.kinds[kind] })}
            </li>
          ))}
        </ul>
        <p>{words.advice}</p>
      </div>
    </div>
  );
}
