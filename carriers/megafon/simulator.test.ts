import { expect, it } from 'vitest';
import { Msisdn } from '../port.ts';
import type { Faults, Knobs, LedgerEntry, SimulatedLine, SimulatorOptions } from '../simulation.ts';
import { simulator } from './simulator.ts';

const numbers = ['+79260000101', '+79260000102', '+79260000103'].map((each) => Msisdn.parse(each));
const first = Msisdn.parse('+79260000101');
const start = Date.parse('2026-11-22T09:00:00Z');

function lineOf(msisdn: Msisdn, rest: Partial<SimulatedLine> = {}): SimulatedLine {
  return {
    msisdn,
    lineId: msisdn.slice(-3),
    accountNumber: '277300000101',
    tariffCode: '2101',
    optionCodes: ['1201'],
    blocked: null,
    balanceKopecks: 15_050,
    iccid: '89701020000000101',
    imsi: '250020000000101',
    ...rest,
  };
}

function open(options: Partial<SimulatorOptions> = {}) {
  const clock = { now: start };
  const lines = numbers.map((msisdn) => lineOf(msisdn));
  const running = simulator.create({ seed: 7, lines, now: () => clock.now, ...options });
  const cookies = new Map<string, string>();

  async function ask(path: string, form?: Record<string, string>, init: RequestInit = {}): Promise<Response> {
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-csrf-token': cookies.get('XSRF_TOKEN') ?? '',
    };
    const body = form && new URLSearchParams(form);
    const response = await running.fetch(
      new Request(`http://megafon.test${path}`, {
        method: form ? 'POST' : 'GET',
        headers,
        body: body ?? null,
        ...init,
      }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  async function signIn(): Promise<void> {
    const { credentials } = simulator.account('http://megafon.test');
    await ask('/ws/v1.0/auth/process', { ...credentials, captchaTime: '1' });
    for (let look = 0; look < 3; look++) await ask('/ws/v1.0/user/cache/status');
  }

  return { running, clock, cookies, ask, signIn };
}

const lock = (subsId: string, rest: Record<string, string> = {}) => ({
  operationType: '1',
  dateFrom: '22.11.2026 00:00:00',
  dateTo: '22.11.2027 00:00:00',
  subsId,
  processingMode: '1',
  p_basket: '-1',
  cpohId: '0',
  notifySubsBySms: '0',
  ...rest,
});
const plan = (subsId: string, rtplId: string, dateFrom = '22.11.2026') => ({
  rtplId,
  dateFrom,
  packList: '',
  p_excludeSubs: '',
  subsId,
});
const listed = '/ws/v1.0/subscriber/mobile/list?from=0&size=40';

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

it('counts requests over sliding windows and turns away those that are too many', async () => {
  const limits: Knobs['limits'] = [
    { windowMs: 1_000, max: 2, retryAfter: false },
    { windowMs: 60_000, max: 3, retryAfter: true },
  ];
  const { ask, clock, running } = open({ knobs: { limits } });
  const answers = [];
  for (const later of [0, 0, 0, 999, 1, 1, 58_999]) {
    clock.now += later;
    const { status, headers } = await ask(listed);
    answers.push([status, headers.get('retry-after')]);
  }
  expect(answers).toEqual([
    [200, null],
    [200, null],
    [429, null],
    [429, null],
    [200, null],
    [429, '59'],
    [200, null],
  ]);
  expect(running.counts()).toMatchObject({
    requests: 7,
    throttled: 3,
    busiest: [{ requests: 4 }, { requests: 6 }],
  });
});

it.each<[keyof Faults, number[]]>([
  ['unavailable', [0]],
  ['errorInside', [0]],
  ['expireSession', [0]],
  ['acceptSilently', [0, 1]],
  ['failLater', [0]],
])('%s answers in several ways and applies what it should', async (fault, counts) => {
  const seen = new Set<number>();
  for (let seed = 1; seed <= 12; seed++) {
    const { ask, signIn, running } = open({ seed, knobs: { faults: { [fault]: 1 } } });
    await signIn();
    const text = await (await ask('/changelock/order', lock('101'))).text();
    expect(/cporId/.test(text)).toBe(fault === 'failLater');
    seen.add(running.ledger().length);
  }
  expect([...seen].sort()).toEqual(counts);
});

it.each<[keyof Faults, number]>([
  ['hangAfterApplying', 1],
  ['hangBeforeApplying', 0],
])('%s never answers, and leaves %i entry in the ledger', async (fault, entries) => {
  const { ask, signIn, running } = open({ knobs: { workMs: 60_000, faults: { [fault]: 1 } } });
  await signIn();
  const leaving = new AbortController();
  const answer = ask('/changelock/order', lock('101'), { signal: leaving.signal });
  setTimeout(() => leaving.abort(new Error('left')), 20);
  await expect(answer).rejects.toThrow('left');
  expect(running.ledger()).toHaveLength(entries);
});

it('breaks the connection in the middle of the answer after applying', async () => {
  const { ask, signIn, running } = open({ knobs: { faults: { breakAfterApplying: 1 } } });
  await signIn();
  const response = await ask('/changelock/order', lock('101'));
  await expect(response.text()).rejects.toThrow('broke');
  expect(running.ledger()).toHaveLength(1);
});

it('hangs as a whole until it is told not to', async () => {
  const { ask, running } = open({ knobs: { hangUntil: Number.MAX_SAFE_INTEGER } });
  const answer = ask(listed);
  running.turn({ hangUntil: null });
  expect((await answer).status).toBe(200);
});

it('draws the same faults for the same seed', async () => {
  const runs = [];
  for (let run = 0; run < 2; run++) {
    const { ask, signIn } = open({ seed: 42, knobs: { faults: { unavailable: 0.5, errorInside: 0.3 } } });
    await signIn();
    const answers = [];
    for (let at = 0; at < 8; at++) answers.push((await ask('/changelock/order', lock('999'))).status);
    runs.push(answers);
  }
  expect(runs[0]).toEqual(runs[1]);
  expect(new Set(runs[0]).size).toBeGreaterThan(1);
});

it('has conflicts, prerequisites and drops that name options of its own', () => {
  const { options, tariffs } = simulator.catalogue;
  const codes = new Set(options.map(({ code }) => code));
  const named = [...options, ...tariffs].flatMap((item) => [...item.conflicts, ...item.requires]);
  const dropped = tariffs.flatMap(({ drops }) => drops);
  expect([...named, ...dropped].filter((code) => !codes.has(code))).toEqual([]);
  expect([codes.size, new Set(tariffs.map(({ code }) => code)).size]).toEqual([25, 10]);
});
