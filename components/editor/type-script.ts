/** Monaco's TypeScript service, set up for programs that Node runs, JavaScript's as well. */
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import type { Checker } from '@/lib/store/check-slice';
import { documentUri } from './document-uri';
import { monaco } from './monaco';
import { JAVASCRIPT_OPTIONS, TYPESCRIPT_OPTIONS } from './types/compiler-options';
import type { ProgramWorker } from './workers/ts.worker';

/** TypeScript's numbers of syntax errors. */
const SYNTAX_CODE = /^1\d{3}$/;

// The service does not know that a program may be CommonJS or that a name may come from anywhere: its
// opinion on the meaning of JavaScript would underline programs that run. Syntax it judges well.
typescript.javascriptDefaults.setDiagnosticsOptions({
  noSemanticValidation: true,
  noSuggestionDiagnostics: true,
  noSyntaxValidation: false,
});
typescript.javascriptDefaults.setCompilerOptions(JAVASCRIPT_OPTIONS);

typescript.typescriptDefaults.setDiagnosticsOptions({
  noSemanticValidation: false,
  noSuggestionDiagnostics: true,
  noSyntaxValidation: false,
});
typescript.typescriptDefaults.setCompilerOptions(TYPESCRIPT_OPTIONS);

for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
  // Prettier formats (use-formatting.ts).
  defaults.setModeConfiguration({
    ...defaults.modeConfiguration,
    documentRangeFormattingEdits: false,
    onTypeFormattingEdits: false,
  });
}

/** The service's judgement before a run. What is to be underlined while one types Monaco shows by itself. */
export function typeScriptChecker(language: 'javascript' | 'typescript'): Checker {
  const uri = monaco.Uri.parse(documentUri(LANGUAGE_NAMES[language].fileName));
  return {
    async seemsBroken(code) {
      if (monaco.editor.getModel(uri)?.getValue() !== code) return false;
      if (hasSyntaxMarker(uri)) return true;
      const service = (await serviceOf(language, [uri])) as unknown as ProgramWorker;
      return !(await service.parses(uri.toString()));
    },
  };
}

/** What has been underlined already; of JavaScript only the syntax is judged at all. */
function hasSyntaxMarker(resource: monaco.Uri): boolean {
  const markers = monaco.editor.getModelMarkers({ resource });
  return markers.some(
    ({ owner, code }) =>
      owner === 'javascript' || (owner === 'typescript' && SYNTAX_CODE.test(String(code))),
  );
}

/** Lets both services know these documents, so that they can be imported. */
export function introduceDocuments(uris: monaco.Uri[]): void {
  for (const language of ['javascript', 'typescript'] as const) {
    // Monaco sets a service up when there is a document of its language.
    serviceOf(language, uris).catch(() => {});
  }
}

/** The service of a language once it has these documents; rejects while there is none. */
async function serviceOf(language: 'javascript' | 'typescript', uris: monaco.Uri[]) {
  const { getJavaScriptWorker, getTypeScriptWorker } = typescript;
  const connect = await (language === 'typescript' ? getTypeScriptWorker() : getJavaScriptWorker());
  return connect(...uris);
}
