/** Monaco ships its workers without types; this is what the playground uses of this one. */
declare module 'monaco-editor/languages/features/typescript/ts.worker' {
  export interface Diagnostic {
    code: number;
    /** 0 warning, 1 error, 2 suggestion, 3 message. */
    category: number;
    start?: number;
    length?: number;
  }

  export interface WorkerData {
    compilerOptions: Record<string, unknown>;
    extraLibs: Record<string, { content: string; version: number }>;
  }

  /** A language service and the host of its files in one; files are named by their URI. */
  export class TypeScriptWorker {
    constructor(context: unknown, data: WorkerData);
    getScriptFileNames(): string[];
    getScriptVersion(fileName: string): string;
    /** TypeScript's `ScriptKind`. */
    getScriptKind(fileName: string): number;
    _getScriptText(fileName: string): string | undefined;
    getLanguageService(): { getProgram(): unknown };
    getSemanticDiagnostics(fileName: string): Promise<Diagnostic[]>;
  }

  /** The compiler itself. */
  export const ts: {
    createSourceFile(
      fileName: string,
      text: string,
      languageVersion: number,
      setParentNodes: boolean,
      kind: number,
    ): { parseDiagnostics: Diagnostic[] };
  };

  export function initialize(
    create: (context: unknown, data: WorkerData) => TypeScriptWorker,
  ): void;
}
