/** A document that is used in tests of its page, and what is found on it. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { SnippetCreated } from '../lib/snippets/contract';
import { ApiClient } from './api-client';

/** Stands in what no reader may have. */
export const SECRET = 'zebra-4711';

export const MARKDOWN = `# Boats *in* the harbour

See [the playground](/) or [a bad place](javascript:alert(1)). ![a chart](https://example.org/x.png)

<script>document.title = 'hacked'</script>

\`\`\`python setup
boats = ['tug', 'ferry', 'tug']
\`\`\`

## A list

\`\`\`python run
total = len(boats)
print('boats:', total)
\`\`\`

\`\`\`csv file="crew list.csv"
tug,3
\`\`\`

\`\`\`python run id=asks
name = input('Who? ')
print(name, total, open('crew list.csv').read().strip())
\`\`\`

\`\`\`python run
print(name.upper())
1 / 0
\`\`\`

\`\`\`javascript readonly
const tide = [1, 3];
Math.max(...tide)
\`\`\`

\`\`\`python run fresh predict
print('${'predicted'}' + ' output')
\`\`\`

Write a function.

\`\`\`python exercise=double
def double(n): ...
\`\`\`

\`\`\`text cases=double
double(2) => '${SECRET}'
\`\`\`

\`\`\`python solution=double held
def double(n): return '${SECRET}'
\`\`\`

\`\`\`text note
${SECRET}
\`\`\`
`;

export async function shareDemo(
  baseURL: string | undefined,
  body: object = {},
): Promise<{ made: SnippetCreated; author: ApiClient }> {
  const author = await ApiClient.withSession(baseURL ?? '');
  const response = await author.post('/api/snippets', {
    ...{ markdown: MARKDOWN, receipt: 'run' },
    ...body,
  });
  const made = await response.json();
  if (response.status !== 201) throw new Error(JSON.stringify(made));
  return { made, author };
}

export class DemoPage {
  readonly page: Page | FrameLocator;

  constructor(page: Page | FrameLocator) {
    this.page = page;
  }

  block(number: number): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^Block ${number}:`) });
  }

  code(number: number): Locator {
    return this.block(number).getByRole('textbox', { name: /^Code of block/ });
  }

  run(number: number): Locator {
    return this.block(number).getByRole('button', { name: 'Run', exact: true });
  }

  /** What a block gives as it runs. */
  output(number: number): Locator {
    return this.block(number).getByRole('log');
  }

  status(number: number): Locator {
    return this.block(number).getByRole('status', { name: /./ });
  }
}
