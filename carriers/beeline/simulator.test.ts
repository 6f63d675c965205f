import { expect, it } from 'vitest';
import { type Change, Msisdn } from '../port.ts';
import type { LedgerEntry } from '../simulation.ts';
import { catalogue } from './catalogue.ts';
import { simulator } from './simulator.ts';
import { account } from './simulator-soap.ts';
import { renderEnvelope, type XmlNode } from './soap.ts';
import { connect, lineOf, noon, number, orderOf } from './test-account.ts';

const origin = 'http://beeline.test';
const on: Change = { kind: 'option.connect', optionCode: 'STATIP' };

function soap(path: string, operation: string, fields: XmlNode, signal?: AbortSignal): Request {
  const body = renderEnvelope('urn:x', operation, fields);
  return new Request(`${origin}/api/${path}`, { method: 'POST', body, signal: signal ?? null });
}

async function signedIn(options: Partial<Parameters<typeof simulator.create>[0]> = {}) {
  const clock = { now: noon };
  const running = simulator.create({ seed: 7, lines: [lineOf(number)], now: () => clock.now, ...options });
  const reply = await running.fetch(soap('AuthService', 'auth', account));
  const token = /<return>(\w+)</.exec(await reply.text())?.[1] ?? '';
  const call = async (operation: string, fields: { [name: string]: XmlNode }) => {
    const answer = await running.fetch(soap('SubscriberService', operation, { token, ...fields }));
    return { status: answer.status, text: await answer.text() };
  };
  return { running, clock, call };
}

it('is a catalogue whose rules name its own options, leading zeros included', () => {
  const codes = new Set(catalogue.options.map(({ code }) => code));
  const named = [
    ...catalogue.options.flatMap(({ conflicts, requires }) => [...conflicts, ...requires]),
    ...catalogue.tariffs.flatMap(({ drops }) => drops),
  ];
  expect(named.filter((code) => !codes.has(code))).toEqual([]);
  expect([codes.size, catalogue.tariffs.length, codes.has('0050ROAM')]).toEqual([26, 10, true]);
});

it.each([
  ['no token', 'getBANInfoListPaged', { token: '' }, '20001'],
  ['an unknown token', 'getBANInfoListPaged', { token: 'f'.repeat(32) }, '20003'],
  ['no account', 'getCTNInfoList', { ctn: '9030000101' }, '20001'],
  ["somebody else's number", 'getCTNInfoList', { ban: '0412345678', ctn: '9169999999' }, '20005'],
  [
    'a block date that is past',
    'suspendCTN',
    { ctn: '9030000101', actvDate: '2026-11-22T12:00:00.0', reasonCode: 'WIB' },
    '20082',
  ],
  ['a block without a date', 'suspendCTN', { ctn: '9030000101', reasonCode: 'WIB' }, '20082'],
  ['an unknown operation', 'cancelEverything', { ctn: '9030000101' }, '20001'],
  ['a report that was never ordered', 'getBillChargesPaged', { requestId: '1' }, '20018'],
])('refuses %s', async (_, operation, fields, code) => {
  const { call } = await signedIn();
  const { status, text } = await call(operation, fields);
  expect([status, /<errorCode>(\d+)</.exec(text)?.[1]]).toEqual([500, code]);
});

it('forgets a token after nine minutes', async () => {
  const { call, clock } = await signedIn();
  clock.now += 540_000;
  expect((await call('getBANInfoListPaged', {})).text).toContain('20004');
});

it('shows a request passing through its states, and applies it exactly when it is due', async () => {
  const applied: LedgerEntry[] = [];
  const { call, clock, running } = await signedIn({
    knobs: { workMs: 9_000 },
    onApplied: (entry) => applied.push(entry),
  });
  const reference =
    /<return>(\d+)</.exec(
      (await call('addDelSOC', { ctn: '9030000101', soc: 'STATIP', inclusionType: 'A' })).text,
    )?.[1] ?? '';
  const seen: (string | undefined)[] = [];
  for (let round = 0; round < 4; round += 1) {
    const { text } = await call('getRequestList', { login: account.login, page: '1', requestId: reference });
    seen.push(/<requestStatus>(\w+)</.exec(text)?.[1]);
    clock.now += 3_000;
  }
  expect(seen).toEqual(['FULFILL_REQ', 'OPEN', 'IN_PROGRESS', 'COMPLETE']);
  const entry = { at: '2026-11-22T09:00:09.000Z', msisdn: number, change: on, reference };
  expect([applied, running.ledger()]).toEqual([[entry], [entry]]);
});

it('gives no reference away twice, also when a restart lost the open requests', async () => {
  const first = await signedIn({ knobs: { workMs: 60_000 } });
  const connectIt = { ctn: '9030000101', soc: 'STATIP', inclusionType: 'A' };
  const lost = /<return>(\d+)</.exec((await first.call('addDelSOC', connectIt)).text)?.[1];
  const second = await signedIn({ now: () => noon + 2_000 });
  const again = /<return>(\d+)</.exec((await second.call('addDelSOC', connectIt)).text)?.[1];
  expect(Number(again)).toBeGreaterThan(Number(lost));
});

it('rejects the later of two open changes that cannot stand together', async () => {
  const { carrier, clock, simulator: running } = connect({ knobs: { workMs: 1_000 } });
  const [small, big] = ['INET5GB', 'INET20GB'].map((optionCode) =>
    orderOf({ kind: 'option.connect', optionCode }),
  );
  if (!small || !big) throw new Error('unreachable');
  const outcomes = [await carrier.submit(small), await carrier.submit(big)];
  expect(outcomes.map(({ type }) => type)).toEqual(['accepted', 'accepted']);
  clock.now += 1_000;
  expect(running.line(number)?.optionCodes).toEqual(['INET5GB']);
  const later = outcomes[1];
  if (later?.type !== 'accepted') throw new Error('unreachable');
  expect(await carrier.observe(big, later.ref)).toMatchObject({
    type: 'refused',
    failure: { code: '20038' },
  });
});

it('draws the same faults from the same seed', async () => {
  const draw = async (seed: number) => {
    const { call } = await signedIn({
      seed,
      knobs: { workMs: 60_000, faults: { unavailable: 0.3, errorInside: 0.3 } },
    });
    const statuses: number[] = [];
    for (const { code } of catalogue.options) {
      statuses.push((await call('addDelSOC', { ctn: '9030000101', soc: code, inclusionType: 'A' })).status);
    }
    return statuses.join();
  };
  expect(await draw(3)).toBe(await draw(3));
  expect(await draw(3)).not.toBe(await draw(4));
});

it('hangs until the caller leaves, and applied the change before', async () => {
  const { running } = await signedIn({ knobs: { faults: { hangAfterApplying: 1 } } });
  const auth = await running.fetch(soap('AuthService', 'auth', account));
  const token = /<return>(\w+)</.exec(await auth.text())?.[1] ?? '';
  const leaving = new AbortController();
  const fields = { token, ctn: '9030000101', soc: 'STATIP', inclusionType: 'A' };
  const answer = running.fetch(soap('SubscriberService', 'addDelSOC', fields, leaving.signal));
  await expect.poll(() => running.ledger().length).toBe(1);
  leaving.abort();
  expect((await answer).status).toBe(499);
});

it('counts requests over sliding windows', async () => {
  const { running, clock, call } = await signedIn();
  running.turn({ limits: [{ windowMs: 1_000, max: 2, retryAfter: true }] });
  const statuses: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    statuses.push((await call('getBANInfoListPaged', {})).status);
    clock.now += 250;
  }
  expect(statuses).toEqual([200, 200, 429, 429, 200, 200]);
  expect(running.counts()).toEqual({
    requests: 7,
    throttled: 2,
    busiest: [{ windowMs: 1_000, requests: 2 }],
  });
});

it('knows a number without an account for changes only', async () => {
  const bare = Msisdn.parse('+79030000103');
  const { carrier } = connect({ lines: [lineOf(number), lineOf(bare, { accountNumber: '' })] });
  expect(await carrier.getLine(bare)).toMatchObject({ ok: false, failure: { class: 'not_found' } });
  expect((await carrier.submit(orderOf(on, bare))).type).toBe('accepted');
});
