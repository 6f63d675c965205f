import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import ruCase from '#app/locales/ru/case.ts';
import ruDoor from '#app/locales/ru/door.ts';
import { testPassword } from '#tests/setup/test-people.ts';
import { goByKeys } from './go-by-keys.ts';
import { findBarriers, hearFailures, openBrowser } from './open-browser.ts';
import { openPult, plan } from './open-pult.ts';

let pult: Awaited<ReturnType<typeof openPult>>;
let browser: Browser;
let olga: Page;
let petr: Page;
const complaints: string[] = [];
const patiently = { timeout: 15_000 };
const desk = () => `${pult.origin}/t/${plan.slug}/desk`;

beforeAll(async () => {
  browser = await openBrowser();
  pult = await openPult();
});

afterAll(async () => {
  await browser?.close();
  await pult?.close();
});

/** A window of his own, signed in by keys alone. */
async function enter(email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  hearFailures(page, complaints);
  await page.goto(`${pult.origin}/sign-in`);
  await page.getByLabel(ruDoor.signIn.email).focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(testPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/t/**');
  await goByKeys(page, ['KeyG', 'KeyC'], '/desk/cases');
  return page;
}

test('a contact logged by one is on the other one’s desk, and both work on it without a mouse', async () => {
  [olga, petr] = [await enter(pult.colleague), await enter(pult.email)];
  await logMail();
  await openFirstRow(petr);
  await writeNote();
  await replyOverIt();
  await solve();
  expect(complaints).toEqual([]);
});

/** Who wrote, in which channel, what about: keys only, from anywhere. */
async function logMail() {
  const dialog = olga.getByRole('dialog', { name: ruCase.contact.title });
  const caller = dialog.getByPlaceholder(ruCase.contact.whoHint);
  await pressUntil(
    olga,
    async () => 'KeyC',
    () => caller.isVisible(),
  );
  await expect.poll(() => focusedTag(olga), patiently).toBe('INPUT');
  // A pair of keys that was pressed too slowly has opened the dialog before, and written into it.
  await olga.keyboard.press('Control+A');
  const msisdn = pult.msisdns.find(({ carrier }) => carrier === 'mts')?.msisdn ?? '';
  await olga.keyboard.type(`8 ${msisdn.slice(2)}`);
  await dialog.getByText(maskMsisdn(msisdn)).waitFor();
  await olga.keyboard.press('Enter');
  await dialog.getByText(ruCase.contact.change).waitFor();
  await chooseMail(dialog.getByRole('combobox', { name: ruCase.contact.channel }));
  await dialog.getByLabel(ruCase.contact.subject, { exact: true }).focus();
  await olga.keyboard.type('Не работает интернет');
  await dialog.getByLabel(ruCase.contact.words).focus();
  await olga.keyboard.type('Со вчерашнего дня нет интернета');
  await dialog.getByLabel(ruCase.contact.subject, { exact: true }).focus();
  await olga.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** A list that has only begun to open takes no arrow yet: pressed until the option is marked. */
async function chooseMail(combobox: Locator) {
  await combobox.focus();
  await olga.keyboard.press('ArrowDown');
  const mail = olga.getByRole('option', { name: ruCase.channel.email, exact: true });
  await mail.waitFor();
  await pressUntil(
    olga,
    async () => 'ArrowDown',
    async () => (await mail.getAttribute('data-combobox-selected')) !== null,
  );
  await olga.keyboard.press('Enter');
  await expect.poll(() => combobox.inputValue(), patiently).toBe(ruCase.channel.email);
}

/** The case may reach a list that is shown already, after what stood there before. */
async function openFirstRow(page: Page) {
  const row = page.locator('[data-row]', { hasText: 'Не работает интернет' });
  await row.waitFor();
  const keyTowards = () =>
    row.evaluate((link) => {
      const rows = [...document.querySelectorAll('[data-row]')];
      return rows.findIndex((one) => one.matches(':focus')) > rows.indexOf(link) ? 'KeyK' : 'KeyJ';
    });
  await pressUntil(page, keyTowards, () => row.evaluate((link) => link === document.activeElement));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Не работает интернет' }).waitFor();
}

async function pressUntil(page: Page, keyTo: () => Promise<string>, isReached: () => Promise<boolean>) {
  const press = async () => {
    if (!(await isReached())) await page.keyboard.press(await keyTo());
    return isReached();
  };
  await expect.poll(press, patiently).toBe(true);
}

const focusedTag = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

async function writeNote() {
  await openFirstRow(olga);
  await olga.keyboard.press('KeyR');
  await expect.poll(() => focusedTag(olga), patiently).toBe('TEXTAREA');
  await olga.keyboard.type('Здравствуйте! Проверили: всё работает.');
  await petr.keyboard.press('KeyI');
  await expect.poll(() => focusedTag(petr), patiently).toBe('TEXTAREA');
  await petr.keyboard.type('Там авария, пишу всем');
  await petr.keyboard.press('Control+Enter');
  await petr.getByText('Там авария, пишу всем').first().waitFor();
  await olga.locator('article, main').getByText('Там авария, пишу всем').first().waitFor();
}

/**
 * The reply written before the note is shown what came, and goes only then; it can be taken back, even before its
 * own answer has come.
 */
async function replyOverIt() {
  const letAnswerCome = await keepAnswerBack();
  await olga.keyboard.press('Control+Enter');
  const stale = olga.getByRole('dialog', { name: ruCase.stale.title });
  await stale.getByText('Там авария, пишу всем').waitFor();
  await stale.getByRole('button', { name: ruCase.stale.send }).focus();
  await olga.keyboard.press('Enter');
  const unsend = olga.getByRole('button', { name: new RegExp(ruCase.talk.unsend) });
  await unsend.waitFor();
  if ((await focusedTag(olga)) === 'TEXTAREA') await olga.keyboard.press('Escape');
  await olga.keyboard.press('KeyZ');
  await unsend.waitFor({ state: 'detached' });
  await expect.poll(() => focusedTag(olga), patiently).toBe('TEXTAREA');
  await olga.keyboard.type(' И ещё одно.');
  await letAnswerCome();
  const text = () => olga.locator('textarea').first().inputValue();
  await expect.poll(text, patiently).toBe('Здравствуйте! Проверили: всё работает. И ещё одно.');
}

/** The live page shows a reply once it is stored: on a slow connection before the answer to whoever sent it. */
async function keepAnswerBack(): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await olga.route(/\/replies\.data$/, async (route) => {
    const response = await route.fetch();
    await promise;
    await route.fulfill({ response });
  });
  return async () => {
    const send = olga.getByRole('button', { name: ruCase.write.send, exact: true });
    expect(await send.getAttribute('data-loading')).toBe('true');
    resolve();
    await expect.poll(() => send.getAttribute('data-loading'), patiently).toBeNull();
  };
}

async function solve() {
  expect(await findBarriers(petr)).toEqual([]);
  if ((await focusedTag(petr)) === 'TEXTAREA') await petr.keyboard.press('Escape');
  await petr.keyboard.press('KeyE');
  const chip = petr.getByText(ruCase.state.solved, { exact: true }).first();
  await chip.waitFor();
  await olga.getByText(ruCase.state.solved, { exact: true }).first().waitFor();
  await petr.goto(`${desk()}/cases`);
  expect(await findBarriers(petr)).toEqual([]);
}
