import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's own browser. Throws with what to install when there is none. */
export function openBrowser(): Promise<Browser> {
  const executablePath = places.find((place) => existsSync(place));
  if (!executablePath) {
    throw new Error('The journey needs Chromium. On Debian or Ubuntu: sudo apt-get install chromium');
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Hears what fails on a page by itself. A read that the router gave up for a newer one is no failure. */
export function hearFailures(page: Page, told: string[]): void {
  page.on('pageerror', (error) => {
    if (error.name !== 'AbortError') told.push(String(error));
  });
}

/** What hinders people who see, hear or move otherwise, on this page in light and in dark. */
export async function findBarriers(page: Page): Promise<string[]> {
  const found = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await findBarriersNow(page)).map((barrier) => `${colorScheme} ${barrier}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** The same for the page just as it is shown. */
export async function findBarriersNow(page: Page): Promise<string[]> {
  // Our pages hold no frames of others, and what passes is not read: it need not be looked for.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
