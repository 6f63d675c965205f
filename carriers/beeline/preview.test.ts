import { expect, it } from 'vitest';
import type { Change } from '../port.ts';
import { blocked, connect, lineOf, number, orderOf } from './test-account.ts';

const connectOption = (optionCode: string): Change => ({ kind: 'option.connect', optionCode });
const disconnectOption = (optionCode: string): Change => ({ kind: 'option.disconnect', optionCode });
const toTariff = (tariffCode: string): Change => ({ kind: 'tariff.change', tariffCode });
const invoice = (from: string, to: string): Change => ({
  kind: 'invoice.order',
  from,
  to,
  email: 'a@example.org',
});
const equipped = lineOf(number, { optionCodes: ['INET5GB', 'KTOZVON'] });
const none = { effectiveAt: null, adds: [], drops: [] };

it.each([
  ['an option', connectOption('STATIP'), { ...none, feeNowKopecks: 30_000, feeMonthKopecks: 20_000 }],
  ['a tariff', toTariff('BIZ_PRO'), { ...none, feeNowKopecks: 10_000, feeMonthKopecks: 95_000 }],
  ['a tariff that drops', toTariff('BIZ_UNL'), { feeMonthKopecks: 150_000, drops: ['INET5GB'] }],
  ['a disconnection', disconnectOption('KTOZVON'), { ...none, feeNowKopecks: null }],
  ['a block', { kind: 'line.block', reason: 'theft' } as const, none],
  ['a closed month', invoice('2026-10-01', '2026-10-31'), none],
])('tells the effects of %s', async (_, change, value) => {
  expect(await connect({ lines: [equipped] }).carrier.preview(orderOf(change))).toMatchObject({
    ok: true,
    value,
  });
});

it.each([
  ['a rival', connectOption('INET20GB'), 'conflict_option'],
  ['a missing prerequisite', connectOption('CONFCALL'), 'precondition_missing'],
  ['what is connected', connectOption('KTOZVON'), 'conflict_option'],
  ['an unknown option', connectOption('NOSUCH'), 'not_found'],
  ['an option that is off', disconnectOption('STATIP'), 'conflict_option'],
  ['the tariff it has', toTariff('BIZ_START'), 'not_found'],
  ['an unknown tariff', toTariff('NOSUCH'), 'not_found'],
  ['what is not blocked', { kind: 'line.unblock' } as const, 'conflict_option'],
  [
    'the card it has',
    { kind: 'sim.replace', iccid: equipped.iccid, imsi: equipped.imsi } as const,
    'conflict_option',
  ],
  ['a month that runs', invoice('2026-11-01', '2026-11-30'), 'invalid'],
  ['a period backwards', invoice('2026-10-31', '2026-10-01'), 'invalid'],
])('refuses %s', async (_, change, failureClass) => {
  const { carrier, simulator } = connect({ lines: [equipped] });
  const preview = await carrier.preview(orderOf(change));
  expect(preview).toMatchObject({ ok: false, failure: { class: failureClass } });
  expect(simulator.ledger()).toEqual([]);
});

it('refuses to lift a block by the operator', async () => {
  expect(await connect().carrier.preview(orderOf({ kind: 'line.unblock' }, blocked))).toMatchObject({
    ok: false,
    failure: { class: 'blocked_by_operator' },
  });
});

it.each<[Change, Change]>([
  [connectOption('STATIP'), connectOption('STATIP')],
  [disconnectOption('KTOZVON'), disconnectOption('KTOZVON')],
  [toTariff('BIZ_PRO'), toTariff('BIZ_OPT')],
  [
    { kind: 'line.block', reason: 'wish' },
    { kind: 'line.block', reason: 'theft' },
  ],
])('refuses a change while an earlier one of the same subject is open: %o', async (first, second) => {
  const { carrier } = connect({ lines: [equipped], knobs: { workMs: 60_000 } });
  expect((await carrier.submit(orderOf(first))).type).toBe('accepted');
  expect(await carrier.preview(orderOf(second))).toMatchObject({
    ok: false,
    failure: { class: 'conflict_pending_change' },
  });
});

it('does not hold one service up for another', async () => {
  const { carrier } = connect({ lines: [equipped], knobs: { workMs: 60_000 } });
  await carrier.submit(orderOf(disconnectOption('KTOZVON')));
  expect(await carrier.preview(orderOf(disconnectOption('INET5GB')))).toMatchObject({ ok: true });
});

it('says from when a tariff of the next period counts, and sends futureDate', async () => {
  const { carrier, dialled, simulator, clock } = connect({ settings: { tariffChange: 'next_period' } });
  const order = orderOf(toTariff('BIZ_OPT'));
  const preview = await carrier.preview(order);
  expect(preview).toMatchObject({ ok: true, value: { effectiveAt: '2026-11-30T21:00:00.000Z' } });
  const outcome = await carrier.submit(order);
  if (outcome.type !== 'accepted') throw new Error(outcome.type);
  expect(dialled.at(-1)?.body).toContain('<futureDate>Y</futureDate>');
  expect(await carrier.observe(order, outcome.ref)).toEqual({ type: 'pending' });
  expect(await carrier.submit(orderOf(toTariff('BIZ_PRO')))).toMatchObject({ failure: { code: '20010' } });
  clock.now = Date.parse('2026-11-30T21:00:00Z');
  expect(await carrier.observe(order, outcome.ref)).toEqual({ type: 'completed' });
  expect(simulator.line(number)?.tariffCode).toBe('BIZ_OPT');
});
