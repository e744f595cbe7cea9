import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run: (options: RunOptions) => Promise<AxeResults>;
}

/** The rules of accessibility that the shown page breaks: `rule: the first element that breaks it`. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the Content-Security-Policy of the page stays in force.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    return (await axe.run({})).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** The same in light, then in dark; the page stays dark. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const violation of await violations(page)) found.push(`${colorScheme}: ${violation}`);
  }
  return found;
}

/** By how many pixels the page is wider than the window, for each of these widths at which it is. */
export async function overflowAt(page: Page, widths: readonly number[]): Promise<Record<number, number>> {
  const found: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) found[width] = over;
  }
  return found;
}
