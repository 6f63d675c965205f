import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import ruDesk from '#app/locales/ru/desk.ts';
import ruDoor from '#app/locales/ru/door.ts';
import ruRequest from '#app/locales/ru/request.ts';
import { testPassword } from '#tests/setup/test-people.ts';
import { goByKeys } from './go-by-keys.ts';
import { findBarriers, hearFailures, openBrowser } from './open-browser.ts';
import { openPult, plan } from './open-pult.ts';

let pult: Awaited<ReturnType<typeof openPult>>;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  pult = await openPult();
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  hearFailures(page, complaints);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  await pult?.close();
});

const barriers: Record<string, string[]> = {};

test('an agent blocks a number and sees it done', async () => {
  await signIn();
  await walkTheQueue();
  await openTheCard();
  await blockTheNumber();
  await readTheStory();
  expect(complaints).toEqual([]);
});

test('nothing seriously hinders anybody on the way', () => {
  expect(Object.keys(barriers)).toEqual(['sign-in', 'queue', 'card', 'request']);
  expect(barriers).toEqual({ 'sign-in': [], queue: [], card: [], request: [] });
});

async function signIn() {
  await page.goto(`${pult.origin}/`);
  await page.getByLabel(ruDoor.signIn.email).waitFor();
  barriers['sign-in'] = await findBarriers(page);
  await page.getByLabel(ruDoor.signIn.email).fill(pult.email);
  await page.getByLabel(ruDoor.signIn.password, { exact: true }).fill(testPassword);
  await page.getByRole('button', { name: ruDoor.signIn.submit }).click();
  await page.waitForURL(`**/t/${plan.slug}/desk/cases`);
}

/** By keys alone: from the cases to the requests, down, up, open, back. */
async function walkTheQueue() {
  await goByKeys(page, ['KeyG', 'KeyR'], '/desk/requests');
  const rows = page.locator('[data-row]');
  await rows.first().waitFor();
  barriers.queue = await findBarriers(page);
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyK');
  const second = await rows.nth(1).getAttribute('data-row');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(second);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/desk/requests/${second}`);
  await page.getByRole('heading', { name: ruRequest.section.timeline }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL(`**/t/${plan.slug}/desk/requests`);
}

/** By a number as people say it, without its beginning. */
async function openTheCard() {
  const msisdn = pult.msisdns.find(({ carrier }) => carrier === 'mts')?.msisdn ?? '';
  await page.keyboard.press('Slash');
  await page.getByPlaceholder(ruDesk.search.placeholder).fill(`8 (${msisdn.slice(2, 5)}) ${msisdn.slice(5)}`);
  await page.getByRole('dialog').getByText(maskMsisdn(msisdn)).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk/lines/*');
  await page.getByRole('heading', { name: ruDesk.card.options }).waitFor();
  barriers.card = await findBarriers(page);
}

async function blockTheNumber() {
  await page.keyboard.press('KeyN');
  const dialog = page.getByRole('dialog', { name: ruDesk.create.title });
  await dialog.getByLabel(ruDesk.create.kind).first().click();
  await page.getByRole('option', { name: ruRequest.kind['line.block'] }).click();
  await dialog.getByLabel(ruDesk.create.reason).first().click();
  await page.getByRole('option', { name: ruRequest.blockReason.wish }).click();
  await dialog.getByRole('button', { name: /^Узнать условия/ }).click();
  await dialog.getByText(ruDesk.create.nothingSentYet).waitFor();
  await dialog.getByRole('button', { name: /^Отправить заявку/ }).click();
  await page.getByRole('link', { name: /^Заявка \d+ отправлена$/ }).click();
  await page.waitForURL('**/desk/requests/*');
}

/** Nobody reloads: the page hears what happens. */
async function readTheStory() {
  const story = page.locator('article');
  await story.getByText(ruRequest.state.done, { exact: true }).waitFor({ timeout: 30_000 });
  await story.getByText(ruRequest.event.completed.replace('{{carrier}}', 'МТС')).waitFor();
  await story.getByText(ruRequest.event.submitted).waitFor();
  barriers.request = await findBarriers(page);
}
