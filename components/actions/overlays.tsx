'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { type Overlay, useOverlay } from './actions-provider';

const DIALOGS = {
  palette: dynamic(() => import('./palette').then(({ Palette }) => Palette), { ssr: false }),
  examples: dynamic(() => import('@/components/examples/gallery').then(({ Gallery }) => Gallery), {
    ssr: false,
  }),
  programs: dynamic(
    () => import('@/components/programs/programs-dialog').then((part) => part.ProgramsDialog),
    { ssr: false },
  ),
  share: dynamic(
    () => import('@/components/share/share-dialog').then(({ ShareDialog }) => ShareDialog),
    { ssr: false },
  ),
};

/** A button, an action of the palette and, later, a dialog: for when the page has nothing else to do. */
const PlaygroundSteps = dynamic(
  () => import('@/components/steps/playground-steps').then((part) => part.PlaygroundSteps),
  { ssr: false },
);

const isMod = (event: KeyboardEvent, key: string) =>
  event.key.toLowerCase() === key &&
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey;

/** The dialogs over the page, each fetched when it is opened for the first time; and their keys. */
export function Overlays() {
  const { overlay, setOverlay } = useOverlay();
  const [wanted, setWanted] = useState<readonly Overlay[]>([]);
  const isQuiet = useQuiet();
  // Once there they stay, so that they can close and do what was chosen.
  if (overlay && !wanted.includes(overlay)) setWanted([...wanted, overlay]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented) return;
      if (isMod(event, 's') || isMod(event, 'o')) {
        event.preventDefault();
        setOverlay(isMod(event, 's') ? 'share' : 'programs');
        return;
      }
      // In the editor F1 is Monaco's own palette; Ctrl+K is ours there too (monaco-editor.tsx).
      if (target.closest('.monaco-editor')) return;
      if (!isMod(event, 'k') && event.key !== 'F1') return;
      event.preventDefault();
      setOverlay('palette');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [setOverlay]);

  return (
    <>
      {wanted.map((name) => {
        const Contents = DIALOGS[name];
        return <Contents key={name} />;
      })}
      {isQuiet ? <PlaygroundSteps /> : null}
    </>
  );
}

/** True a moment after the page is usable. */
function useQuiet(): boolean {
  const [isQuiet, setIsQuiet] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsQuiet(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return isQuiet;
}
