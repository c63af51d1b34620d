'use client';

import { StepsButton } from './steps-button';
import type { SteppedProgram } from './steps-panel';

interface SnippetStepsProps {
  id: string;
  revision: number;
  /** Of the page. */
  path: string;
}

/** Steps through a shared program, which is fetched for it. */
export function SnippetSteps({ id, revision, path }: SnippetStepsProps) {
  const load = async (): Promise<SteppedProgram> => {
    const { readLink } = await import('@/lib/share/read-link');
    const found = await readLink(`#open=${id}.${revision}`);
    if ('failure' in found) throw new Error('The program could not be fetched.');
    return found.program;
  };
  return <StepsButton program={load} path={path} />;
}
