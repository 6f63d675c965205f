import { expect, it } from 'vitest';
import { Msisdn } from '../port.ts';
import type { LedgerEntry } from '../simulation.ts';
import { simulator } from './simulator.ts';
import { first, lineOf, listed, lock, numbers, open, plan, start } from './test-browser.ts';

it('asks for a captcha after three wrong passwords, and for no more after a while', async () => {
  const { ask, clock } = open();
  const wrong = { username: 'pult-demo', password: 'wrong', captchaTime: '1' };
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(await (await ask('/ws/v1.0/auth/process', wrong)).json()).toEqual({
      error: { code: 'WRONG_CREDENTIALS' },
    });
  }
  const { credentials } = simulator.account('http://megafon.test');
  const right = { ...credentials, captchaTime: '1' };
  expect(await (await ask('/ws/v1.0/auth/process', right)).json()).toEqual({
    data: { isCaptchaShouldBeShown: true },
  });
  clock.now += 15 * 60_000;
  expect(await (await ask('/ws/v1.0/auth/process', right)).json()).toMatchObject({ data: { cached: false } });
});

it('serves nothing before the cache is warm, and wants the renewed token afterwards', async () => {
  const { ask, cookies } = open();
  const { credentials } = simulator.account('http://megafon.test');
  await ask('/ws/v1.0/auth/process', { ...credentials, captchaTime: '1' });
  expect(await (await ask(listed)).json()).toEqual({ error: { code: 'CACHE_NOT_READY' } });
  const looks = [];
  for (let look = 0; look < 3; look++) looks.push((await ask('/ws/v1.0/user/cache/status')).status);
  expect(looks).toEqual([202, 202, 200]);
  expect(await (await ask(listed)).json()).toMatchObject({ data: { count: 3 } });
  cookies.set('XSRF_TOKEN', 'stale');
  expect(await (await ask(listed)).json()).toEqual({ error: 'NOT_AUTHENTICATED' });
  expect((await ask('/changelock/order', lock('101'))).status).toBe(403);
});

it('repeats the last page of the list past its end', async () => {
  const many = Array.from({ length: 50 }, (_, at) =>
    lineOf(Msisdn.parse(`+7926000${1000 + at}`), { lineId: `${at + 1}` }),
  );
  const { ask, signIn } = open({ lines: many });
  await signIn();
  const pages = [];
  for (const from of [0, 32, 64]) {
    const { data } = await (await ask(`/ws/v1.0/subscriber/mobile/list?from=${from}&size=10`)).json();
    pages.push([data.count, data.elements.length, data.elements[0].id]);
  }
  expect(pages).toEqual([
    [50, 32, 1],
    [50, 18, 33],
    [50, 18, 33],
  ]);
});

it('exports all numbers in windows-1251', async () => {
  const { ask, signIn } = open();
  await signIn();
  const bytes = await (await ask('/ws/v1.0/subscriber/mobile/export/CSV')).arrayBuffer();
  const [heading, row] = new TextDecoder('windows-1251').decode(bytes).split('\n');
  expect(heading).toBe('Номер;Идентификатор;Тарифный план;Лицевой счёт;Баланс;Статус');
  expect(row).toBe('9260000101;101;Управляй! Базовый;277300000101;150,50;Активен');
});

it('carries one bulk order out for the numbers that may, and names those that may not', async () => {
  const lines = [
    lineOf(first),
    lineOf(numbers[1] ?? first, { blocked: 'operator' }),
    lineOf(numbers[2] ?? first),
  ];
  const { ask, signIn, running } = open({ lines });
  await signIn();
  const { changeResult } = await (await ask('/changelock/order', lock('101,102,103,999'))).json();
  expect(changeResult.errors).toEqual([
    { subsId: '102', code: 'LOCKED_BY_OPERATOR' },
    { subsId: '999', code: 'ACCESS_DENIED' },
  ]);
  const reference = String(changeResult.cporId);
  expect(running.ledger().map((entry) => [entry.msisdn, entry.reference])).toEqual([
    [numbers[0], reference],
    [numbers[2], reference],
  ]);
});

it.each([
  ['/changelock/order', lock('101', { dateFrom: '21.11.2026 00:00:00' }), 'DATE_IN_PAST'],
  ['/changelock/order', lock('101', { dateTo: '22.11.2026 00:00:00' }), 'DATE_TO_REQUIRED'],
  ['/changelock/order', lock('101', { dateFrom: '2026-11-22' }), 'WRONG_FORM'],
  ['/changelock/order', lock('101', { p_basket: '1' }), 'WRONG_FORM'],
  ['/changepkgrateplan/order', plan('101', '9999'), 'RATE_PLAN_NOT_FOUND'],
  ['/changepkgrateplan/order', plan('101', 'BASE'), 'WRONG_FORM'],
])('refuses the form %s %j with %s', async (path, form, code) => {
  const { ask, signIn, running } = open();
  await signIn();
  expect(await (await ask(path, form)).json()).toEqual({ error: { code } });
  expect(running.ledger()).toEqual([]);
});

it('refuses a lock without an end date', async () => {
  const { ask, signIn } = open();
  await signIn();
  const { dateTo: _, ...endless } = lock('101');
  expect(await (await ask('/changelock/order', endless)).json()).toEqual({
    error: { code: 'DATE_TO_REQUIRED' },
  });
});

it('applies an order when its work is done and its day has come, and refuses a second one meanwhile', async () => {
  const { ask, signIn, running, clock } = open({ knobs: { workMs: 60_000 } });
  await signIn();
  await ask('/changepkgrateplan/order', plan('101', '2104', '23.11.2026'));
  await ask('/changelock/order', lock('101'));
  const { changeResult } = await (await ask('/changepkgrateplan/order', plan('101', '2102'))).json();
  expect(changeResult).toEqual({ cporId: 0, errors: [{ subsId: '101', code: 'ORDER_IN_PROGRESS' }] });
  clock.now += 59_999;
  expect(running.ledger()).toEqual([]);
  clock.now += 1;
  expect(running.line(first)).toMatchObject({ blocked: 'wish', tariffCode: '2101' });
  clock.now = Date.parse('2026-11-22T21:00:00Z');
  expect(running.line(first)).toMatchObject({ tariffCode: '2104', optionCodes: [] });
  expect(running.ledger().map(({ at }) => at)).toEqual([
    '2026-11-22T09:01:00.000Z',
    '2026-11-22T21:00:00.000Z',
  ]);
});

it('remembers its ledger after a restart and gives no order number twice', async () => {
  const applied: LedgerEntry[] = [];
  const before = open({ onApplied: (entry) => applied.push(entry) });
  await before.signIn();
  await before.ask('/changelock/order', lock('101'));
  const after = open({ ledger: applied });
  await after.signIn();
  expect(after.running.line(first)?.blocked).toBe('wish');
  await after.ask('/changelock/order', lock('102'));
  const references = after.running.ledger().map(({ reference }) => reference);
  expect([references.length, new Set(references).size]).toEqual([2, 2]);
});

it('gives no order number twice even when the first order was lost before the restart', async () => {
  const cporIds = [];
  for (const now of [start, start + 1_000]) {
    const { ask, signIn } = open({ now: () => now, knobs: { workMs: 60_000 } });
    await signIn();
    cporIds.push((await (await ask('/changelock/order', lock('101'))).json()).changeResult.cporId);
  }
  expect(new Set(cporIds).size).toBe(2);
});

it('has conflicts, prerequisites and drops that name options of its own', () => {
  const { options, tariffs } = simulator.catalogue;
  const codes = new Set(options.map(({ code }) => code));
  const named = [...options, ...tariffs].flatMap((item) => [...item.conflicts, ...item.requires]);
  const dropped = tariffs.flatMap(({ drops }) => drops);
  expect([...named, ...dropped].filter((code) => !codes.has(code))).toEqual([]);
  expect([codes.size, new Set(tariffs.map(({ code }) => code)).size]).toEqual([25, 10]);
});
