/** Monaco as this product uses it: bundled, with its workers from our own origin. Browser only. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import '@/lib/languages/all-grammars';
// Each is fetched when a program of it is shown.
import 'monaco-editor/languages/definitions/markdown/register';
import { registerJson } from './json-language';

globalThis.MonacoEnvironment = {
  getWorker: (_workerId, label) =>
    label === 'javascript' || label === 'typescript'
      ? new Worker(new URL('./workers/ts.worker.ts', import.meta.url), {
          type: 'module',
          name: 'ts',
        })
      : new Worker(new URL('./workers/editor.worker.ts', import.meta.url), {
          type: 'module',
          name: 'editor',
        }),
};

registerJson(monaco);

export { monaco };
