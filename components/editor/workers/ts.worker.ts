/** Monaco's TypeScript service, which here knows Node and what a program finds in the sandbox. */
import {
  type Diagnostic,
  initialize,
  TypeScriptWorker,
  ts,
} from 'monaco-editor/languages/features/typescript/ts.worker';
import { DISPLAY_TYPES } from '@/components/editor/types/display';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';

const ROOT = 'file:///';
const DISPLAY_FILE = `${ROOT}node_modules/@types/runbay/index.d.ts`;
const NODE_FILE = `${ROOT}node_modules/@types/node/index.d.ts`;

/** The page comes first: the types are large, and nobody reads a hover in the first second. */
const TYPES_DELAY_MS = 1000;

/** The program itself may have enums and the like, which the engine rewrites; what it imports may not. */
const PROGRAM = `${ROOT}${LANGUAGE_NAMES.typescript.fileName}`;
const NOT_ERASABLE = 1294;
const CANNOT_FIND_MODULE = 2307;
const WARNING = 0;
const JSON_FILE = 6;
const LATEST = 99;

class ProgramWorker extends TypeScriptWorker {
  #files: Record<string, string> = { [DISPLAY_FILE]: DISPLAY_TYPES };
  readonly #typesLoaded = this.#loadTypes();

  async #loadTypes(): Promise<boolean> {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData) return false;
    await new Promise((resolve) => setTimeout(resolve, TYPES_DELAY_MS));
    try {
      const { files } = await import('@/components/editor/types/node.packages');
      const entries = Object.entries(files).map(([path, text]) => [ROOT + path, text]);
      this.#files = { ...this.#files, ...Object.fromEntries(entries) };
      // Else the first completion would wait for it.
      this.getLanguageService().getProgram();
      return true;
    } catch {
      return false;
    }
  }

  override getScriptFileNames(): string[] {
    const roots = [DISPLAY_FILE, NODE_FILE].filter((name) => name in this.#files);
    return [...super.getScriptFileNames(), ...roots];
  }

  override getScriptVersion(fileName: string): string {
    return fileName in this.#files ? '1' : super.getScriptVersion(fileName);
  }

  override _getScriptText(fileName: string): string | undefined {
    return this.#files[fileName] ?? super._getScriptText(fileName);
  }

  override getScriptKind(fileName: string): number {
    return fileName.endsWith('.json') ? JSON_FILE : super.getScriptKind(fileName);
  }

  override async getSemanticDiagnostics(fileName: string): Promise<Diagnostic[]> {
    // Without Node's types every use of `console` would be an error.
    if (!(await this.#typesLoaded)) return [];
    const found = await super.getSemanticDiagnostics(fileName);
    return found
      .filter(({ code }) => code !== NOT_ERASABLE || fileName !== PROGRAM)
      .map((diagnostic) =>
        // The session's workspace may hold files that the editor does not know.
        diagnostic.code === CANNOT_FIND_MODULE ? { ...diagnostic, category: WARNING } : diagnostic,
      );
  }

  /** Whether the text of one file parses, told without a look at all the others. */
  async parses(fileName: string): Promise<boolean> {
    const text = this._getScriptText(fileName) ?? '';
    const kind = this.getScriptKind(fileName);
    return ts.createSourceFile(fileName, text, LATEST, false, kind).parseDiagnostics.length === 0;
  }
}

export type { ProgramWorker };

self.onmessage = () => initialize((context, data) => new ProgramWorker(context, data));
