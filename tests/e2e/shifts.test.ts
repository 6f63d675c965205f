import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import ruLife from '#app/locales/ru/life.ts';
import ruShift from '#app/locales/ru/shift.ts';
import { listOwnAbsences } from '#db/tenant/queries/shift-life.ts';
import { listPublished, listShifts } from '#db/tenant/queries/shifts.ts';
import { findBarriersNow, hearFailures, openBrowser } from './open-browser.ts';
import { serveShifts } from './serve-shifts.ts';

let pult: Awaited<ReturnType<typeof serveShifts>>;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  pult = await serveShifts();
});

afterAll(async () => {
  await browser?.close();
  pult?.close();
});

async function open({ cookie }: { cookie: string }, width: number, path: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ru-RU',
    viewport: { width, height: 844 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
  await context.addCookies([{ name, value, url: pult.place }]);
  const page = await context.newPage();
  hearFailures(page, complaints);
  await page.goto(pult.place + path, { waitUntil: 'networkidle' });
  return page;
}

/** Goes on with Tab, or back, until what is focused says so. */
async function tabTo(page: Page, words: RegExp, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 150; press += 1) {
    await page.keyboard.press(key);
    const said = await page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });
    if (words.test(said)) return;
  }
  throw new Error(`Nothing that Tab reaches says ${words}.`);
}

const datesIn = async () => (await listShifts(pult.db, pult.draft)).map(({ date }) => date);
const soon = { timeout: 10_000 };

test('a planner moves a shift, places another and tells people of both without a mouse', async () => {
  const page = await open(pult.planner, 1440, `/plan/shifts/${pult.draft}`);
  await tabTo(page, /^anna.*09–18/);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(datesIn, soon).toEqual(['2026-04-07']);
  await page.keyboard.press('KeyZ');
  await expect.poll(datesIn, soon).toEqual(['2026-04-06']);
  await page.keyboard.press('Shift+KeyZ');
  await expect.poll(datesIn, soon).toEqual(['2026-04-07']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[role="dialog"] :focus').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(datesIn, soon).toEqual(['2026-04-07', '2026-04-07']);
  expect(await findBarriersNow(page)).toEqual([]);
  await tabTo(page, /^Опубликовать 2/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: ruShift.publish.title }).getByText('anna@example.com').waitFor();
  await page.locator('[role="dialog"] :focus').waitFor();
  expect(await findBarriersNow(page)).toEqual([]);
  await tabTo(page, /^Сообщить 2/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await listPublished(pult.db, pult.draft)).length, soon).toBe(2);
  expect(complaints).toEqual([]);
});

test('on a phone a shift is offered, a colleague takes it and falls sick, which the planner mends', async () => {
  const anna = await open(pult.anna, 390, '/desk/shifts');
  await anna.getByText('09:00–18:00').first().waitFor();
  expect(await findBarriersNow(anna)).toEqual([]);
  await anna.getByRole('button', { name: new RegExp(`^${ruLife.agree}.* 4 марта`) }).click();
  await anna.getByRole('button', { name: new RegExp(`^${ruLife.giveOrSwap}.* 4 марта`) }).click();
  await anna.getByLabel(ruLife.comment).last().fill('К врачу');
  await anna.getByRole('button', { name: ruLife.giveSure }).click();
  await anna.getByText(ruLife.onOffer).waitFor();

  const boris = await open(pult.boris, 390, '/desk/shifts/market');
  await boris.getByText('К врачу').waitFor();
  expect(await findBarriersNow(boris)).toEqual([]);
  await boris.getByRole('button', { name: ruLife.market.take }).click();
  await boris.getByRole('button', { name: ruLife.market.takeSure }).click();
  await boris.getByText(ruLife.market.none).waitFor();
  const [told] = await listPublished(pult.db, pult.told);
  expect(told?.userId).toBe(pult.boris.userId);

  await boris.getByRole('link', { name: ruLife.title }).first().click();
  await boris.getByText('09:00–18:00').first().waitFor();
  await boris.getByLabel(ruLife.sickTo).fill('2026-03-05');
  await boris.getByRole('button', { name: ruLife.sickCall }).click();
  await boris.getByRole('button', { name: ruLife.well }).waitFor();
  const [sick] = await listOwnAbsences(pult.db, pult.boris.userId, new Date(0));
  expect(sick).toMatchObject({ kind: 'sick', state: 'granted' });

  const planner = await open(pult.planner, 1440, `/plan/shifts/sickness/${sick?.id}`);
  await planner.getByRole('heading', { name: 'boris@example.com' }).waitFor();
  await planner.getByText('09:00–18:00').waitFor();
  expect(await findBarriersNow(planner)).toEqual([]);
  expect(complaints).toEqual([]);
});
