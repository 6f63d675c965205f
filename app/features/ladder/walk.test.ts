import { expect, test } from 'vitest';
import type { StepAction, StrategyRules } from './strategy.ts';
import { type DebtFacts, type Ladders, settle, type Walk, walk } from './walk.ts';

const step = (day: number, action: StepAction) => ({ day, action, text: `${action} ${day}` });
const rules: StrategyRules = {
  entry: { leastKopecks: 5000, subscribers: 'all', carriers: [], leastRiskPerMille: 0 },
  steps: [
    step(-3, 'sms'),
    step(1, 'cabinet'),
    step(5, 'sms'),
    step(5, 'email'),
    step(10, 'call'),
    step(20, 'suspension'),
    step(40, 'ending'),
  ],
};
const chosen = { strategyId: 'a', strategyVersion: 1, arm: 'champion' as const };
const ladders = (arm: 'champion' | 'control' = 'champion'): Ladders => ({
  entryOf: () => ({ strategyId: 'a', strategyVersion: 1, arm, rules }),
  rulesOf: () => rules,
});
const debt: DebtFacts = {
  receivableId: 'r1',
  balanceKopecks: 20_000,
  oldestDueOn: '2026-03-10',
  hold: null,
  riskPerMille: null,
  subscriber: 'person',
  carrier: 'mts',
};
const paid = { ...debt, balanceKopecks: 0, oldestDueOn: null };
const off: Walk = { standing: null, moves: [], effects: [] };

/** Walks one date after the other, each with its facts. The walk of the last. */
function nights(dates: readonly (readonly [string, Partial<DebtFacts>])[], of = ladders()): Walk {
  return dates.reduce<Walk>((last, [on, facts]) => walk(last.standing, { ...debt, ...facts }, of, on), off);
}
const told = ({ moves }: Walk) =>
  moves.map(({ move, step: index, why }) => [move, index, why].filter((part) => part !== null).join(' '));
const done = ({ effects }: Walk) => effects.map(({ step: taken }) => taken.text);

test.each([
  ['2026-03-06', [], []],
  ['2026-03-07', ['entered', 'step 0'], ['sms -3']],
  ['2026-03-10', ['entered', 'step 0'], ['sms -3']],
  ['2026-03-11', ['entered', 'skipped 0 late', 'step 1'], ['cabinet 1']],
  ['2026-03-15', ['entered', 'skipped 0 late', 'skipped 1 late', 'step 2', 'step 3'], ['sms 5', 'email 5']],
])('first seen on %s: of what was missed only the latest reaches him', (on, moves, effects) => {
  const walked = nights([[on, {}]]);
  expect(told(walked)).toEqual(moves);
  expect(done(walked)).toEqual(effects);
});

test('night by night each step is taken on its day, and the next one is known', () => {
  const first = nights([['2026-03-07', {}]]);
  expect(first.standing).toMatchObject({ step: 1, nextOn: '2026-03-11', debtSince: '2026-03-10' });
  const until = (on: string) =>
    nights([
      ['2026-03-07', {}],
      ['2026-03-11', {}],
      ['2026-03-15', {}],
      [on, {}],
    ]);
  expect(done(until('2026-03-19'))).toEqual([]);
  expect(until('2026-03-20').effects).toMatchObject([{ type: 'task' }]);
  const proposed = { type: 'proposal', measure: 'suspension' };
  expect(until('2026-03-30').effects).toMatchObject([{ type: 'task' }, proposed]);
});

test('up to the due date a contact is a reminder, from the next day on collection', () => {
  const purposeOn = (on: string) => nights([[on, {}]]).effects[0];
  expect(purposeOn('2026-03-10')).toMatchObject({ type: 'contact', channel: 'sms', purpose: 'service' });
  expect(purposeOn('2026-03-11')).toMatchObject({
    type: 'contact',
    channel: 'cabinet',
    purpose: 'collection',
  });
});

test.each(['dispute', 'promise', 'plan'] as const)(
  'held by a %s nothing is done, and it goes on the day after',
  (hold) => {
    const held = nights([
      ['2026-03-11', {}],
      ['2026-03-15', { hold }],
    ]);
    expect(told(held)).toEqual([`held ${hold}`]);
    expect(held.standing).toMatchObject({ hold, nextOn: null, step: 2 });
    expect(walk(held.standing, { ...debt, hold }, ladders(), '2026-03-20').moves).toEqual([]);
    const released = walk(held.standing, debt, ladders(), '2026-03-21');
    expect(told(released)).toEqual([`released ${hold}`, 'skipped 2 late', 'skipped 3 late', 'step 4']);
  },
);

test('a promise that becomes a dispute goes on holding, for another reason', () => {
  const held = nights([
    ['2026-03-11', {}],
    ['2026-03-12', { hold: 'promise' }],
    ['2026-03-13', { hold: 'dispute' }],
  ]);
  expect(told(held)).toEqual(['held dispute']);
});

test('whoever promised or disputes before he is on the ladder is not let on', () => {
  expect(nights([['2026-03-15', { hold: 'promise' }]])).toEqual(off);
});

test('whoever paid leaves at once, and nothing more is done', () => {
  const on = nights([['2026-03-11', {}]]);
  const left = settle(on.standing, paid, ladders(), '2026-03-12');
  expect(told(left)).toEqual(['left paid']);
  expect(left.standing).toMatchObject({ leftOn: '2026-03-12', nextOn: null });
  expect(walk(left.standing, paid, ladders(), '2026-03-20').moves).toEqual([]);
});

test('whoever pays while held leaves, too', () => {
  const held = nights([
    ['2026-03-11', {}],
    ['2026-03-12', { hold: 'promise' }],
  ]);
  expect(told(settle(held.standing, { ...paid, hold: 'promise' }, ladders(), '2026-03-13'))).toEqual([
    'left paid',
  ]);
});

test('a rest below the least sum is not collected', () => {
  const left = nights([
    ['2026-03-11', {}],
    ['2026-03-15', { balanceKopecks: 4999 }],
  ]);
  expect(told(left)).toEqual(['left small']);
  expect(walk(left.standing, { ...debt, balanceKopecks: 4999 }, ladders(), '2026-03-20').moves).toEqual([]);
});

test('a later debt is another walk from its own due date', () => {
  const next = nights([
    ['2026-03-15', {}],
    ['2026-04-11', { oldestDueOn: '2026-04-10' }],
  ]);
  expect(told(next)).toEqual(['left paid', 'entered', 'skipped 0 late', 'step 1']);
  expect(next.standing).toMatchObject({ debtSince: '2026-04-10', step: 2, leftOn: null });
});

test('a payment taken back goes on with the same walk, and no step comes twice', () => {
  const left = nights([
    ['2026-03-11', {}],
    ['2026-03-15', {}],
    ['2026-03-16', paid],
  ]);
  const again = walk(left.standing, debt, ladders(), '2026-03-20');
  expect(told(again)).toEqual(['entered again', 'step 4']);
});

test('an older debt that comes to light later does not start the walk anew', () => {
  const on = nights([
    ['2026-03-11', {}],
    ['2026-03-12', { oldestDueOn: '2026-01-10' }],
  ]);
  expect(on.moves).toEqual([]);
});

test('the drawn control gets the reminder and what only a person decides, and no step that is tried', () => {
  const control = ladders('control');
  const dates = ['2026-03-07', '2026-03-11', '2026-03-15', '2026-03-20', '2026-03-30', '2026-04-19'];
  const effects = dates.flatMap((_, count) =>
    done(
      nights(
        dates.slice(0, count + 1).map((on) => [on, {}]),
        control,
      ),
    ),
  );
  expect(effects).toEqual(['sms -3', 'suspension 20', 'ending 40']);
  expect(told(nights([['2026-03-11', {}]], control))).toContain('skipped 1 control');
});

test('a reminder that was missed is not sent after its date, though nothing else is due yet', () => {
  const late = { ...rules, steps: [step(-3, 'sms'), step(5, 'sms')] };
  const of = { ...ladders(), rulesOf: () => late };
  const entered = walk(null, debt, { ...of, entryOf: () => ({ ...chosen, rules: late }) }, '2026-03-12');
  expect(told(entered)).toEqual(['entered', 'skipped 0 late']);
});

test.each([
  ['2026-01-31', '2026-02-28', 28],
  ['2026-01-31', '2026-03-01', 29],
  ['2024-02-28', '2024-03-01', 2],
  ['2025-12-31', '2026-01-30', 30],
])('from %s to %s it is %s days, whatever the months are like', (oldestDueOn, on, day) => {
  const steps = [step(day, 'sms'), step(day + 1, 'email')];
  const of = {
    entryOf: () => ({ ...chosen, rules: { ...rules, steps } }),
    rulesOf: () => ({ ...rules, steps }),
  };
  const walked = walk(null, { ...debt, oldestDueOn }, of, on);
  expect(done(walked)).toEqual([`sms ${day}`]);
});

test('a debtor stays on the version he stands on', () => {
  const on = nights([['2026-03-11', {}]]);
  const edited: Ladders = {
    entryOf: () => ({
      strategyId: 'a',
      strategyVersion: 2,
      arm: 'champion',
      rules: { ...rules, steps: [step(2, 'sms')] },
    }),
    rulesOf: (_id, number) => (number === 1 ? rules : { ...rules, steps: [step(2, 'sms')] }),
  };
  const walked = walk(on.standing, debt, edited, '2026-03-15');
  expect(done(walked)).toEqual(['sms 5', 'email 5']);
  expect(walked.standing?.strategyVersion).toBe(1);
});
