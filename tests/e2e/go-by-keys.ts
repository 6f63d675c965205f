import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses the keys again until the address ends so: a page can be seen before it listens. */
export async function goByKeys(page: Page, keys: string[], path: string): Promise<void> {
  await expect
    .poll(
      async () => {
        for (const key of keys) await page.keyboard.press(key);
        await page.waitForTimeout(300);
        return page.url();
      },
      { timeout: 15_000 },
    )
    .toMatch(new RegExp(`${path}$`));
}
