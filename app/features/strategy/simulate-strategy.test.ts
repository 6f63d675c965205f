import { expect, test } from 'vitest';
import type { StrategyRules, StrategyStep } from '#app/features/ladder/strategy.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { debtOn, type PastCharge } from './debt-course.ts';
import { type DebtCourse, simulateStrategy } from './simulate-strategy.ts';

const span = { from: '2026-03-01', until: '2026-04-01', timeZone: 'Europe/Moscow', limits: lawfulLimits };
const step = (day: number, action: StrategyStep['action']): StrategyStep => ({ day, action, text: '' });
const rules = (...steps: StrategyStep[]): StrategyRules => ({
  entry: { leastKopecks: 1000, subscribers: 'all', carriers: [], leastRiskPerMille: 0 },
  steps,
  costs: { sms: 300, call: 4000 },
});
const charge = (dueOn: string, paid: PastCharge['paid'] = []): PastCharge => ({
  bookedOn: `${dueOn.slice(0, 7)}-01`,
  dueOn,
  kopecks: 50_000,
  paid,
  riskPerMille: null,
});
const course = (...charges: PastCharge[]): DebtCourse => ({
  receivableId: 'r',
  subscriber: 'person',
  carrier: 'mts',
  charges,
  held: [],
});

test('what is owed on a date is known from what was charged and paid by then', () => {
  const charges = [
    charge('2026-02-10', [
      { on: '2026-02-20', kopecks: 20_000 },
      { on: '2026-03-05', kopecks: 30_000 },
    ]),
    charge('2026-03-10'),
  ];
  expect(debtOn(charges, '2026-02-19')).toMatchObject({ balanceKopecks: 50_000, oldestDueOn: '2026-02-10' });
  expect(debtOn(charges, '2026-02-28')).toMatchObject({ balanceKopecks: 30_000, oldestDueOn: '2026-02-10' });
  expect(debtOn(charges, '2026-03-05')).toMatchObject({ balanceKopecks: 50_000, oldestDueOn: '2026-03-10' });
  expect(debtOn(charges, '2026-01-31')).toMatchObject({ balanceKopecks: 0, oldestDueOn: null });
});

test('a payment ends the walk: steps after it are not taken', () => {
  const paid = course(charge('2026-03-10', [{ on: '2026-03-14', kopecks: 50_000 }]));
  const ladder = rules(step(-3, 'sms'), step(1, 'sms'), step(5, 'sms'), step(20, 'suspension'));
  expect(simulateStrategy([paid], ladder, span)).toEqual({
    receivables: 1,
    entered: 1,
    paid: 1,
    stood: [],
    contacts: { sms: [1, 1] },
    proposals: {},
    refused: 0,
    costKopecks: 600,
  });
  const unpaid = course(charge('2026-03-10'));
  expect(simulateStrategy([unpaid], ladder, span)).toMatchObject({
    paid: 0,
    stood: [0, 0, 0, 0, 1],
    contacts: { sms: [1, 1, 1] },
    proposals: { suspension: 1 },
  });
});

test('whoever was on the ladder before the month stands where he stood, and is told nothing twice', () => {
  const old = course(charge('2026-02-20'));
  const ladder = rules(step(1, 'sms'), step(10, 'call'));
  expect(simulateStrategy([old], ladder, span)).toMatchObject({
    entered: 0,
    contacts: { call: [1] },
    stood: [0, 0, 1],
    costKopecks: 4000,
  });
});

test('what the caps would not let through is refused, and costs nothing; of a company nothing is counted', () => {
  const daily = rules(...[1, 2, 3, 4, 5].map((day) => step(day, 'sms')));
  const owing = course(charge('2026-03-10'));
  expect(simulateStrategy([owing], daily, span)).toMatchObject({ refused: 1, costKopecks: 1200 });
  const company = { ...owing, subscriber: 'company' as const };
  expect(simulateStrategy([company], daily, span)).toMatchObject({ refused: 0, costKopecks: 1500 });
});

test('who does not fit the conditions is not let on; parts of a base add up', () => {
  const strict = { ...rules(step(1, 'sms')), entry: { ...rules().entry, leastKopecks: 60_000 } };
  const owing = course(charge('2026-03-10'));
  expect(simulateStrategy([owing], strict, span)).toMatchObject({ receivables: 1, entered: 0, contacts: {} });
  const two = simulateStrategy([owing, course(charge('2026-03-20'))], rules(step(1, 'sms')), span);
  expect(two).toMatchObject({ receivables: 2, entered: 2, contacts: { sms: [0, 1, 1] }, stood: [0, 2] });
});

test.each([
  ['a promise', 'promise', '2026-03-12', '2026-03-18', { sms: [0, 1, 1] }],
  ['a dispute that is still open', 'dispute', '2026-03-12', null, { sms: [0, 1] }],
  ['a plan that begins later', 'plan', '2026-03-25', null, { sms: [0, 2] }],
] as const)('%s of that time holds the walk', (_what, hold, from, until, contacts) => {
  const held = { ...course(charge('2026-03-10')), held: [{ hold, from, until }] };
  const ladder = rules(step(1, 'sms'), step(4, 'sms'));
  expect(simulateStrategy([held], ladder, span)).toMatchObject({ contacts });
});
