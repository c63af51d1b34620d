/** Ruff, compiled to WebAssembly: checks and formats Python. */
import init, { type Diagnostic, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-web';
import type { EditorProblem } from '@/lib/store/check-slice';
import type { FormatResult } from './format-result';
import { isSyntaxError, problemOfDiagnostic, ruffSettings } from './ruff-problems';
import { answerCalls } from './worker-calls';

const loaded = init();
const workspaces = new Map<string, Workspace>();

async function workspaceOf(pythonVersion: string): Promise<Workspace> {
  await loaded;
  let workspace = workspaces.get(pythonVersion);
  if (!workspace) {
    workspace = new Workspace(ruffSettings(pythonVersion), PositionEncoding.Utf16);
    workspaces.set(pythonVersion, workspace);
  }
  return workspace;
}

const methods = {
  async lint(text: string, pythonVersion: string): Promise<EditorProblem[]> {
    const found: Diagnostic[] = (await workspaceOf(pythonVersion)).check(text);
    return found.map(problemOfDiagnostic);
  },
  async seemsBroken(text: string, pythonVersion: string): Promise<boolean> {
    const found: Diagnostic[] = (await workspaceOf(pythonVersion)).check(text);
    return found.some(isSyntaxError);
  },
  async format(text: string, pythonVersion: string): Promise<FormatResult> {
    const workspace = await workspaceOf(pythonVersion);
    try {
      return { text: workspace.format(text) };
    } catch (error) {
      const found: Diagnostic[] = workspace.check(text);
      const first = found.find(isSyntaxError);
      if (!first) throw error;
      return { problem: { line: first.start_location.row, message: first.message } };
    }
  },
};
export type RuffMethods = typeof methods;

answerCalls(methods);
