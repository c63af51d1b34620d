/** The published example of class `Code`, as the tests of each engine run it. */
import { AgentBay } from './agent-bay';

/** What it prints where the engine works, by lines. */
export const PRINTED = ['Hello from Python!', 'Result: 5', 'Hello from JavaScript!', 'Result: 5'];

/** Runs it with that key and gives the lines that it printed. */
export async function publishedExample(apiKey: string): Promise<string[]> {
  const said: string[] = [];
  const console = { log: (text: string) => said.push(text.trimEnd()) };
  // From here as in the reference of class `Code`, but for the words around it.
  const agentBay = new AgentBay({ apiKey });
  const result = await agentBay.create({ imageId: 'code_latest' });
  if (result.success && result.session) {
    const session = result.session;
    const pythonCode = `
print("Hello from Python!")
result = 2 + 3
print(f"Result: {result}")
`;
    const pythonResult = await session.code.runCode(pythonCode, 'python');
    if (pythonResult.success) console.log(pythonResult.result);
    const jsCode = `
console.log("Hello from JavaScript!");
const result = 2 + 3;
console.log("Result:", result);
`;
    const jsResult = await session.code.runCode(jsCode, 'javascript', 30);
    if (jsResult.success) console.log(jsResult.result);
    await session.delete();
  }
  return said.join('\n').split('\n');
}
