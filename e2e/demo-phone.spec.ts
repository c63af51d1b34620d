/** A document on a phone. */
import { DemoPage, shareDemo } from './demo-page';
import { expect, test } from './fixtures';

test('fits a narrow phone, and runs by touch', async ({ page, baseURL }) => {
  const long = 'x'.repeat(300);
  const markdown = `# ${long}\n\n| a | b |\n| - | - |\n| ${long} | c |\n\n$$${'x+'.repeat(90)}1$$\n\n~~~python run\nprint('${long}')\n~~~\n\n\`${long}\`\n`;
  const { made } = await shareDemo(baseURL, { markdown });
  await page.setViewportSize({ width: 320, height: 600 });
  await page.goto(made.url);
  const demo = new DemoPage(page);
  await demo.run(1).tap();
  await expect(demo.status(1)).toContainText('Finished');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);
  for (const button of await page.locator('.demo button:visible').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40);
  }
});
