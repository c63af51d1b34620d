// What each picture of sharing shows. The programs are shared through the API of the server at hand.
// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:http';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./screenshot-states.mjs').State} State */

const DICE = `import random
from datetime import date

random.seed(date.today().toordinal())
throws = [random.randint(1, 6) for _ in range(600)]

for eye in range(1, 7):
    count = throws.count(eye)
    print(f"{eye} {'▇' * (count // 4)} {count}")

print("all:", len(throws))
print("first:", *random.sample(throws, 5))
random.seed()
print("next:", *random.choices(range(1, 7), k=12))
`;

const COUNTDOWN = `def countdown(n):
    if n == 0:
        print("Lift-off!")
    else:
        print(n)
        countdown(n - 1)
        print("back at", n)

countdown(3)
`;

const WAVE = `import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 4 * np.pi, 400)
figure, axes = plt.subplots(figsize=(6, 2.4))
axes.plot(x, np.sin(x) * np.exp(-x / 6), color="#0b6b62", linewidth=2)
axes.set_title("A wave that fades")
plt.show()
`;

/** @type {State[]} */
export const SHARING = [
  {
    name: 'share-compared',
    storage: {},
    async act(page) {
      await page.goto(`/s/${await share(page, 'Six hundred throws', DICE)}`);
      await page.getByRole('button', { name: /^Run/ }).click();
      await page.getByText('Differences', { exact: true }).waitFor();
    },
  },
  {
    name: 'share-embed',
    storage: {},
    async act(page) {
      const base = new URL(page.url()).origin;
      const id = await share(page, 'A wave that fades', WAVE);
      // Another site than the server's. It has to be real: Chromium keeps made-up ones out of this machine.
      const site = createServer((_, answer) => {
        answer.setHeader('Content-Type', 'text/html').end(blog(base, id));
      }).listen(0, '127.0.0.1');
      await once(site, 'listening');
      const { port } = /** @type {import('node:net').AddressInfo} */ (site.address());
      await page.goto(`http://localhost:${port}/`);
      site.close();
      const [first, second] = [
        page.frameLocator('iframe').first(),
        page.frameLocator('iframe').nth(1),
      ];
      await first.getByRole('img').first().waitFor();
      await second.getByRole('button', { name: 'Run' }).click();
      await second.getByText('exit 0').waitFor();
    },
  },
  {
    name: 'share-dialog',
    storage: {},
    async act(page) {
      await page.keyboard.press('ControlOrMeta+s');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Share', exact: true }).click();
      await dialog.getByText('Embed in a page').click();
    },
  },
  {
    name: 'share-picture',
    storage: {},
    async act(page) {
      const id = await share(page, 'Six hundred throws', DICE);
      await page.setViewportSize({ width: 1200, height: 630 });
      await page.goto(`/s/${id}.png`);
      await page.locator('img').waitFor();
    },
  },
  {
    name: 'share-predict-phone',
    phone: true,
    storage: {},
    async act(page) {
      await page.goto(`/s/${await share(page, 'Where does it come back?', COUNTDOWN)}?predict`);
      await page.getByRole('textbox', { name: 'Your guess' }).fill('3\n2\n1\nLift-off!\n');
      await page.getByRole('button', { name: 'Show what it printed' }).click();
      await page.getByText('back at').last().waitFor();
    },
  },
];

/** @param {Page} page @param {string} title @param {string} code */
async function share(page, title, code) {
  const answer = await page.request.post('/api/snippets', {
    data: { language: 'python', code, title, receipt: 'run' },
  });
  return (await answer.json()).id;
}

/** Somebody's page: a frame, and a block of its own that the script tag makes runnable. */
const blog = (/** @type {string} */ base, /** @type {string} */ id) => `<!doctype html>
<meta charset="utf-8"><title>Notes</title>
<style>
  body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1rem; font: 18px/1.6 Georgia, serif; color: #222; }
  h1 { font-size: 2rem; }
</style>
<h1>Damping, seen and felt</h1>
<p>A wave that loses a share of its height with each turn never quite ends.</p>
<iframe src="${base}/embed/${id}" title="A wave that fades" width="100%" height="420" style="border:0"></iframe>
<p>How much is left after five turns?</p>
<pre data-runbay="python"><code>height = 1.0
for turn in range(1, 6):
    height *= 0.35
    print(turn, round(height, 4))</code></pre>
<script src="${base}/embed.js"></script>`;
