import type { LanguageFacts } from '../language-facts';

export const python: LanguageFacts = {
  name: 'Python',
  runtime: 'Python',
  aliases: ['py', 'python3'],
  fileName: 'main.py',
  extensions: ['py'],
  indentColumns: 4,
  promptMarks: { first: '>>> ', next: '... ' },
  firstProgram: `# Press Run and watch.
import math
import time

print("Welcome to the bay!")

for step in range(16):
    wave = math.sin(step / 2)
    indent = round(14 + 13 * wave)
    print(" " * indent + "~ ~")
    time.sleep(0.08)

print("Your turn: change something.")
`,
};
