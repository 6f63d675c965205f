import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriersNow, hearFailures, openBrowser } from './open-browser.ts';
import { serveTwoTenants } from './serve-two-tenants.ts';

const browser = await openBrowser();
const pult = await serveTwoTenants();
const widths = [1440, 390];
const looks = [
  { locale: 'ru', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { locale: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;
/** Every second page is shown in the other look: in both, it would take the time of all other tests. */
const pagesOf = (look: number) => pult.pages.filter((_page, place) => place % looks.length === look);

afterAll(async () => {
  await browser.close();
  pult.close();
});

describe.each(looks)('in $locale, $colorScheme, $viewport.width px', (look) => {
  const windows = new Map<string, Promise<BrowserContext>>();

  beforeAll(() => speak(look.locale));
  afterAll(async () => {
    for (const window of windows.values()) await (await window).close();
  });

  /** Each person has a window of his own, so that several can look at once. */
  function windowOf(cookie: string): Promise<BrowserContext> {
    const window = windows.get(cookie) ?? openWindow(look, cookie);
    windows.set(cookie, window);
    return window;
  }

  const pages = pagesOf(looks.indexOf(look));
  test.concurrent.each(pages)('$path fits the window and hinders nobody', async ({ path, cookie }) => {
    const page = await (await windowOf(cookie)).newPage();
    const faults: string[] = [];
    hearFailures(page, faults);
    await page.goto(pult.origin + path);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.locale);
    expect([...faults, ...(await findBarriersNow(page))]).toEqual([]);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.close();
  });
});

async function openWindow(look: (typeof looks)[number], cookie: string): Promise<BrowserContext> {
  const window = await browser.newContext({ ...look, reducedMotion: 'reduce' });
  const [name = '', value = ''] = cookie.split('=');
  if (cookie) await window.addCookies([{ name, value, url: pult.origin }]);
  return window;
}

async function speak(locale: string) {
  for (const Cookie of pult.people) {
    const slug = /^pult-my-([^=]+)=/.exec(Cookie)?.[1];
    await fetch(`${pult.origin}${slug ? `/my/${slug}/profile` : '/account'}/language`, {
      method: 'POST',
      body: new URLSearchParams({ locale }),
      headers: { Cookie, Origin: pult.origin },
      redirect: 'manual',
    });
  }
}
