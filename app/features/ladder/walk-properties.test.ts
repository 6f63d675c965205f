import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { chooseEntry } from './choose-entry.ts';
import { holds } from './ladder.ts';
import type { Standing } from './standing.ts';
import { type StrategyRules, stepActions } from './strategy.ts';
import { type DebtFacts, type Effect, type Ladders, settle, type Walk, walk } from './walk.ts';

const start = '2026-03-01';
const steps = fc
  .array(fc.record({ day: fc.integer({ min: -5, max: 30 }), action: fc.constantFrom(...stepActions) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some) =>
    some.toSorted((a, b) => a.day - b.day).map((step, place) => ({ ...step, text: `${place}` })),
  );
const entry = { leastKopecks: 1000, subscribers: 'all' as const, carriers: [], leastRiskPerMille: 0 };
/** A day of a debtor's life: days since the last look, and what is known of his debt then. */
const day = fc.record({
  later: fc.integer({ min: -2, max: 6 }),
  atNight: fc.boolean(),
  owes: fc.constantFrom(0, 0, 500, 5000, 5000, 5000, 5000),
  since: fc.integer({ min: 0, max: 25 }),
  hold: fc.option(fc.constantFrom(...holds), { freq: 3 }),
});
const life = fc.record({
  steps,
  arm: fc.constantFrom('champion', 'challenger', 'control'),
  days: fc.array(day, { minLength: 1, maxLength: 40 }),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;
type Look = { on: string; facts: DebtFacts; before: Standing | null; walked: Walk };

function live({ steps: rulesSteps, arm, days }: Life): Look[] {
  const rules: StrategyRules = { entry, steps: rulesSteps };
  const ladders: Ladders = {
    entryOf(facts) {
      const found = chooseEntry([{ strategyId: 'a', strategyVersion: 1, rules }], null, facts);
      return found && { ...found, arm };
    },
    rulesOf: () => rules,
  };
  let [on, before]: [string, Standing | null] = [start, null];
  return days.map(({ later, atNight, owes, since, hold }) => {
    on = addDays(on, later);
    const oldestDueOn = owes === 0 ? null : addDays(start, since);
    const facts = { ...person, balanceKopecks: owes, oldestDueOn, hold };
    const walked = (atNight ? walk : settle)(before, facts, ladders, on);
    const look = { on, facts, before, walked };
    expect(walk(walk(walked.standing, facts, ladders, on).standing, facts, ladders, on).moves).toEqual([]);
    before = walked.standing;
    return look;
  });
}
const person = { receivableId: 'r', riskPerMille: null, subscriber: 'person' as const, carrier: null };
const check = (property: (looks: Look[], life: Life) => void) =>
  fc.assert(
    fc.property(life, (one) => property(live(one), one)),
    { numRuns: 2000 },
  );

test('no step comes twice in a walk, whatever the clock and the debt do', () => {
  check((looks) => {
    const taken = looks.flatMap(({ walked }) =>
      walked.moves
        .filter(({ move }) => move === 'step' || move === 'skipped')
        .map(({ debtSince, step }) => `${debtSince} ${step}`),
    );
    expect(new Set(taken).size).toBe(taken.length);
  });
});

test('nothing is done to whoever disputes, promised, pays by a plan, or owes nothing', () => {
  check((looks) => {
    for (const { facts, walked } of looks) {
      if (facts.hold || facts.balanceKopecks < entry.leastKopecks) expect(walked.effects).toEqual([]);
    }
  });
});

const reaches = ({ step }: Effect) => !['restriction', 'suspension', 'ending'].includes(step.action);

test('no step comes before its day, and one look reaches a debtor with the steps of one day', () => {
  check((looks) => {
    for (const { on, walked } of looks) {
      const days = walked.standing ? daysBetween(walked.standing.debtSince, on) : 0;
      expect(walked.effects.filter(({ step }) => step.day > days)).toEqual([]);
      expect(new Set(walked.effects.filter(reaches).map(({ step }) => step.day)).size).toBeLessThan(2);
    }
  });
});

test('a reminder is not sent once its due date is over', () => {
  check((looks) => {
    for (const { on, walked } of looks) {
      const isOverdue = walked.standing !== null && on > walked.standing.debtSince;
      const reminders = walked.effects.filter((one) => reaches(one) && one.step.day <= 0);
      if (isOverdue) expect(reminders).toEqual([]);
    }
  });
});

test('the drawn control is not reached after the due date', () => {
  check((looks, { arm }) => {
    const collected = looks.flatMap(({ walked }) => walked.effects.filter((one) => isCollection(one)));
    if (arm === 'control') expect(collected).toEqual([]);
  });
});
const isCollection = (one: Effect) => one.type === 'contact' && one.purpose === 'collection';

test('each move leads to a version of its own, and the last one is where he stands', () => {
  check((looks) => {
    for (const { before, walked } of looks) {
      const first = (before?.version ?? 0) + 1;
      expect(walked.moves.map(({ version }) => version)).toEqual(
        walked.moves.map((_, place) => first + place),
      );
      expect(walked.standing?.version ?? 0).toBe(first - 1 + walked.moves.length);
    }
  });
});

test('a step is next exactly for whoever is neither held nor gone, and its day is still to come after a night', () => {
  check((looks) => {
    for (const { on, walked } of looks) {
      const { standing } = walked;
      if (standing?.hold || standing?.leftOn) expect(standing.nextOn).toBeNull();
      if (walked.effects.length > 0 && standing?.nextOn) expect(standing.nextOn > on).toBe(true);
    }
  });
});
