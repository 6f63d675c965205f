import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeShift, makeShiftPerson, makeShiftProblem } from '#tests/setup/shift-problems.ts';
import { checkShifts } from './check-shifts.ts';
import { explainGaps } from './explain-gaps.ts';
import { explainOthers, explainShift } from './explain-shift.ts';
import { findShortage } from './find-shortage.ts';
import { replanShifts } from './replan-shifts.ts';
import { drawFrom } from './seeded-draw.ts';
import type { ShiftPerson, ShiftProblem, ShiftTemplate } from './shift-problem.ts';
import { type ShiftRuleKey, usualShiftRules } from './shift-rules.ts';
import { type SolveShiftsOptions, solveShifts } from './solve-shifts.ts';

/** A clock that counts looks: the same answer on every machine. */
const within = (looks: number): Pick<SolveShiftsOptions, 'spent' | 'draw'> => {
  let looked = 0;
  return { spent: () => looked++ / looks, draw: drawFrom(1) };
};
const hardOf = (problem: ShiftProblem, shifts: Parameters<typeof checkShifts>[1]) =>
  checkShifts(problem, shifts).breaches.filter(({ mode }) => mode === 'hard');

const templates: ShiftTemplate[] = [
  { id: 'short', starts: [0, 12, 18, 28, 36, 44], presences: [8], breaks: [] },
  {
    id: 'long',
    starts: [14, 18, 24, 40],
    presences: [17, 18],
    breaks: [{ slots: 1, isPaid: false, earliest: 6, latest: 9 }],
  },
];
const hours = (min: number, max: number) => ({ min: min * 60, max: max * 60 });

const somebody = fc.record({
  skills: fc.constantFrom([0], [1], [0, 1]),
  mayNight: fc.boolean(),
  mayWeekend: fc.boolean(),
  maxDayMinutes: fc.constantFrom(240, 480, 660),
  weekMinutes: fc.constantFrom([hours(0, 40), hours(0, 40)], [hours(16, 24), hours(12, 40)]),
  periodMinutes: fc.constantFrom(hours(0, 80), hours(20, 44)),
  away: fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 600 }),
      to: fc.integer({ min: 0, max: 672 }),
      why: fc.constant('leave' as const),
    }),
    { maxLength: 2 },
  ),
  wishes: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 13 }),
      kind: fc.constantFrom('off', 'early', 'late', 'night'),
      weight: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 3 },
  ),
  carryIn: fc.record({
    lastEnd: fc.option(fc.integer({ min: -60, max: 12 })),
    nights: fc.integer({ min: 0, max: 3 }),
    days: fc.integer({ min: 0, max: 6 }),
    hasWeeklyRest: fc.boolean(),
  }),
});

/** At most one shift by hand a day; those that break no rule by themselves are pinned. */
const handmade = fc.uniqueArray(
  fc.record({ day: fc.integer({ min: 0, max: 13 }), hour: fc.integer({ min: 5, max: 20 }) }),
  { maxLength: 3, selector: ({ day }) => day },
);

const anyProblem = fc
  .record({
    people: fc.array(somebody, { minLength: 1, maxLength: 4 }),
    wanted: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 }),
    soft: fc.subarray(Object.keys(usualShiftRules) as ShiftRuleKey[]),
    byHand: fc.array(handmade, { maxLength: 4 }),
  })
  .map(({ people, wanted, soft, byHand }) => {
    const rules = { ...usualShiftRules };
    for (const rule of soft) if (rule !== 'one-a-day') rules[rule] = { ...rules[rule], mode: 'soft' };
    const skills = [0, 1].map((skill) => ({
      id: `call:${skill}`,
      wanted: Array.from({ length: 672 }, (_, slot) => wanted[((slot >> 3) % 4) + 4 * skill] ?? 0),
      under: 5 - skill,
      over: 1,
    }));
    const team = people.map((person, place) =>
      makeShiftPerson({ ...(person as Partial<ShiftPerson>), id: `p${place}` }),
    );
    const problem = makeShiftProblem(14, { people: team, templates, rules, skills });
    return { ...problem, people: team.map((person, place) => pin(problem, person, place, byHand[place])) };
  });

function pin(
  problem: ShiftProblem,
  person: ShiftPerson,
  place: number,
  byHand: readonly { day: number; hour: number }[] = [],
): ShiftPerson {
  const serves = Array.from({ length: 17 }, (_, at) => (at === 8 ? -1 : (person.skills[0] ?? 0)));
  const pinned = byHand.map(({ day, hour }) => makeShift(day, hour, { person: place, template: -1, serves }));
  return hardOf(problem, pinned).some((breach) => breach.person === place) ? person : { ...person, pinned };
}

it('keeps every hard rule and costs what the checker reckons, first and last', () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const told: number[] = [];
      const answer = solveShifts(problem, {
        ...within(25),
        onBetter: ({ shifts, cost, bound }) => {
          expect(hardOf(problem, shifts)).toEqual([]);
          expect(bound).toBeLessThanOrEqual(cost.total + 1e-6);
          told.push(cost.total);
        },
      });
      expect(answer.cost.total).toBeCloseTo(Math.min(...told), 6);
    }),
    { numRuns: 15, seed: 7 },
  );
});

describe('a plan for two', () => {
  const wanted = Array.from({ length: 336 }, (_, slot) =>
    slot % 48 >= 18 && slot % 48 < 35 && slot < 240 ? 2 : 0,
  );
  const people = [makeShiftPerson(), makeShiftPerson({ id: 'boris' })];
  const problem = makeShiftProblem(7, { people, skills: [{ id: 'call:mts', wanted, under: 5, over: 1 }] });

  it('covers five days but for the breaks', () => {
    const { cost, shifts } = solveShifts(problem, within(200));
    expect(shifts).toHaveLength(10);
    expect(cost).toMatchObject({ overSlots: 0, underSlots: 10 });
  });

  it('is a proof when too few are there', () => {
    const alone = { ...problem, people: [makeShiftPerson({ weekMinutes: [hours(0, 40)] })] };
    const { cost, bound } = solveShifts(alone, within(200));
    expect(cost.underSlots).toBe(90);
    expect(bound).toBeGreaterThan(0.99 * cost.total);
    expect(findShortage(alone).hours).toEqual([{ skills: [0], missingSlots: 90, people: 2 }]);
  });

  it('counts in the bound what the menu of shifts cannot cover', () => {
    const earlier = wanted.map((count, slot) =>
      slot % 48 >= 14 && slot % 48 < 18 && slot < 240 ? 2 : count,
    );
    const rigid = { ...problem, skills: [{ id: 'call:mts', wanted: earlier, under: 5, over: 1 }] };
    const { cost, bound } = solveShifts(rigid, within(200));
    expect(cost).toMatchObject({ underSlots: 50, overSlots: 0 });
    expect(bound).toBeGreaterThan(0.98 * cost.total);
  });

  it('is bounded beside what is pinned', () => {
    const pinned = [makeShift(6, 9, { template: -1 })];
    const kept = { ...problem, people: [makeShiftPerson({ pinned }), makeShiftPerson({ id: 'boris' })] };
    const { cost, bound } = solveShifts(kept, within(200));
    expect(cost.overSlots).toBe(16);
    expect(bound).toBeGreaterThan(0.9 * cost.total);
    expect(bound).toBeLessThanOrEqual(cost.total);
  });

  it('keeps what is pinned, made by hand', () => {
    const pinned = [makeShift(2, 1, { template: -1 })];
    const kept = { ...problem, people: [makeShiftPerson({ pinned }), makeShiftPerson({ id: 'boris' })] };
    const { shifts } = solveShifts(kept, within(100));
    expect(shifts.filter(({ person, day }) => person === 0 && day === 2)).toEqual(pinned);
  });

  it('begins from the plan that is there', () => {
    const { shifts } = solveShifts(problem, within(200));
    const told: number[] = [];
    solveShifts(problem, { ...within(40), from: shifts, onBetter: ({ cost }) => told.push(cost.underSlots) });
    expect(told[0]).toBe(10);
  });

  it('begins anew for whom the plan that is there breaks a rule, and fills what is empty', () => {
    const from = [makeShift(0, 14), makeShift(1, 7)];
    const told: ReturnType<typeof solveShifts>[] = [];
    solveShifts(problem, { ...within(5), from, onBetter: (answer) => told.push(answer) });
    expect(hardOf(problem, told[0]?.shifts ?? [])).toEqual([]);
    expect(told[0]?.cost.underSlots).toBe(10);
  });

  it('is mended after a sickness by one change', () => {
    const three = { ...problem, people: [...people, makeShiftPerson({ id: 'vera' })] };
    const shifts = [
      makeShift(1, 9),
      makeShift(1, 9, { person: 1 }),
      makeShift(3, 9),
      makeShift(3, 9, { person: 1 }),
    ];
    const away = [{ from: 48, to: 96, why: 'sick' as const }];
    const ill = {
      ...three,
      people: three.people.map((one, place) => (place === 0 ? { ...one, away } : one)),
    };
    const only = {
      ...ill,
      skills: ill.skills.map((one) => ({
        ...one,
        wanted: one.wanted.map((count, slot) => ([1, 3].includes(Math.floor(slot / 48)) ? count : 0)),
      })),
    };
    const mended = replanShifts(only, shifts, { fromDay: 1, isOver: () => false });
    expect(mended.changes).toEqual([{ person: 2, day: 1 }]);
    expect(mended.changesNeeded).toBe(1);
    expect(mended.shifts).toHaveLength(4);
    expect(hardOf(only, mended.shifts)).toEqual([]);
  });
});

it('says who keeps from a gap, and why', () => {
  const wanted = Array.from({ length: 336 }, (_, slot) => (slot === 24 ? 1 : 0));
  const people = [
    makeShiftPerson({ id: 'lacks', skills: [1] }),
    makeShiftPerson({ id: 'leave', away: [{ from: 0, to: 48, why: 'leave' }] }),
    makeShiftPerson({ id: 'short', maxDayMinutes: 240 }),
    makeShiftPerson({ id: 'able' }),
  ];
  const skills = [
    { id: 'call:mts', wanted, under: 5, over: 1 },
    { id: 'call:beeline', wanted: [], under: 5, over: 1 },
  ];
  expect(explainGaps(makeShiftProblem(7, { people, skills }), [])).toEqual([
    {
      skill: 0,
      from: 24,
      to: 25,
      missing: 1,
      reasons: [
        { code: 'lacks-skill', people: 1 },
        { code: 'away', why: 'leave', people: 1 },
        { code: 'rule', rule: 'day-hours', people: 1 },
        { code: 'needed-elsewhere', people: 1 },
      ],
    },
  ]);
});

it('says why a shift is there', () => {
  const wanted = Array.from({ length: 336 }, (_, slot) => (slot >= 18 && slot < 24 ? 1 : 0));
  const wishes = [
    { day: 0, kind: 'early' as const, weight: 1 },
    { day: 0, kind: 'night' as const, weight: 1 },
  ];
  const person = makeShiftPerson({
    wishes,
    pinned: [makeShift(0, 9)],
    weekMinutes: [{ min: 300, max: 2400 }],
  });
  const skills = [{ id: 'call:mts', wanted, under: 5, over: 1 }];
  expect(explainShift(makeShiftProblem(7, { people: [person], skills }), [makeShift(0, 9)], 0)).toEqual([
    { code: 'pinned' },
    { code: 'needed', skill: 0, slots: 6 },
    { code: 'spare', slots: 10 },
    { code: 'wish-granted', kind: 'early' },
    { code: 'wish-denied', kind: 'night' },
    { code: 'agreed-hours', span: 'week', minutes: 300 },
  ]);
});

it('says what keeps others from a shift', () => {
  const people = [
    makeShiftPerson(),
    makeShiftPerson({ id: 'minor', maxDayMinutes: 420 }),
    makeShiftPerson({ id: 'lacks', skills: [1] }),
    makeShiftPerson({ id: 'tired' }),
    makeShiftPerson({ id: 'busy' }),
    makeShiftPerson({ id: 'able' }),
  ];
  const shifts = [
    makeShift(1, 9),
    makeShift(0, 15, { person: 3 }),
    makeShift(1, 12, { person: 4 }),
    makeShift(3, 9, { person: 5 }),
  ];
  expect(explainOthers(makeShiftProblem(7, { people }), shifts, 0)).toEqual([
    { code: 'rule', rule: 'day-hours', people: 1 },
    { code: 'lacks-skill', people: 1 },
    { code: 'rule', rule: 'rest-between', people: 1 },
    { code: 'on-shift', people: 1 },
    { code: 'needed-elsewhere', people: 1 },
  ]);
});

it('starts by the wall on a day of 23 hours', () => {
  const dayStarts = [0, 46, 94];
  const wall = Array.from({ length: 190 }, (_, slot) =>
    slot < 4 ? slot : slot < 46 ? slot + 2 : (slot - 46) % 48,
  );
  const wanted = Array.from({ length: 94 }, (_, slot) => (slot >= 16 && slot < 33 ? 1 : 0));
  const problem = makeShiftProblem(2, {
    dayStarts,
    clocks: [wall],
    skills: [{ id: 'a', wanted, under: 5, over: 1 }],
  });
  const { shifts } = solveShifts(problem, within(50));
  expect(shifts.map(({ start }) => start)).toEqual([16]);
  expect(hardOf(problem, shifts)).toEqual([]);
});
