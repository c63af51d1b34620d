/** Monaco as this product uses it: bundled, two languages, its workers from our own origin. Browser only. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/python/register';
import * as typescript from 'monaco-editor/languages/features/typescript/register';

globalThis.MonacoEnvironment = {
  getWorker: (_workerId, label) =>
    label === 'javascript'
      ? new Worker(new URL('./workers/ts.worker.ts', import.meta.url), {
          type: 'module',
          name: 'ts',
        })
      : new Worker(new URL('./workers/editor.worker.ts', import.meta.url), {
          type: 'module',
          name: 'editor',
        }),
};

// The service knows neither Node's modules nor that a program may be CommonJS or a module with
// top-level await: its opinion on meaning would underline programs that run. Syntax it judges well.
typescript.javascriptDefaults.setDiagnosticsOptions({
  noSemanticValidation: true,
  noSuggestionDiagnostics: true,
  noSyntaxValidation: false,
});
typescript.javascriptDefaults.setCompilerOptions({
  allowJs: true,
  allowNonTsExtensions: true,
  target: typescript.ScriptTarget.ESNext,
  module: typescript.ModuleKind.ESNext,
  lib: ['esnext'],
});

export { monaco };
