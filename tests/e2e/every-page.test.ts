import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriersNow, hearFailures, openBrowser } from './open-browser.ts';
import { type OpenPage, serveTwoTenants } from './serve-two-tenants.ts';

const browser = await openBrowser();
const pult = await serveTwoTenants();
const looks = [
  { locale: 'ru', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { locale: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

afterAll(async () => {
  await browser.close();
  pult.close();
});

describe.each(looks)('in $locale, $colorScheme, $viewport.width px', (look) => {
  let context: BrowserContext;

  beforeAll(async () => {
    await speak(look.locale);
    context = await browser.newContext({ ...look, reducedMotion: 'reduce' });
  });
  afterAll(() => context.close());

  test.each(pult.pages)('$path fits the window and hinders nobody', async (open) => {
    const page = await context.newPage();
    const faults: string[] = [];
    hearFailures(page, faults);
    await show(page, open);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.locale);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.viewport.width);
    expect([...faults, ...(await findBarriersNow(page))]).toEqual([]);
    await page.close();
  });
});

async function speak(locale: string) {
  for (const Cookie of pult.people) {
    await fetch(`${pult.origin}/account/language`, {
      method: 'POST',
      body: new URLSearchParams({ locale }),
      headers: { Cookie, Origin: pult.origin },
      redirect: 'manual',
    });
  }
}

async function show(page: Page, { path, cookie }: OpenPage) {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().clearCookies();
  if (cookie) await page.context().addCookies([{ name, value, url: pult.origin }]);
  await page.goto(pult.origin + path);
}
