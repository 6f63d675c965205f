import { describe, expect, it } from 'vitest';
import { makeShift, makeShiftPerson, makeShiftProblem } from '#tests/setup/shift-problems.ts';
import { checkShifts } from './check-shifts.ts';
import { findBreaches } from './find-breaches.ts';
import type { PlannedShift, ShiftPerson, ShiftProblem } from './shift-problem.ts';
import { type ShiftRuleKey, usualShiftRules } from './shift-rules.ts';
import { swapBreaches } from './swap-breaches.ts';

type Case = {
  name: string;
  shifts: PlannedShift[];
  person?: Partial<ShiftPerson>;
  problem?: Partial<ShiftProblem>;
  days?: number;
  found: string[];
};

const rulesOf = ({ shifts, person = {}, problem = {}, days = 7 }: Omit<Case, 'found' | 'name'>) =>
  findBreaches(makeShiftProblem(days, { people: [makeShiftPerson(person)], ...problem }), 0, shifts).map(
    ({ rule }) => rule,
  );

const fiveDays = [0, 1, 2, 3, 4].map((day) => makeShift(day, 9));
const byHand = (day: number, hour: number, slots: number) =>
  makeShift(day, hour, {
    template: -1,
    end: day * 48 + hour * 2 + slots,
    breaks: [],
    serves: Array.from({ length: slots }, () => 0),
  });
const nights = (days: number[]) => days.map((day) => byHand(day, 22, 16));
const longWeek = {
  weekMinutes: [
    { min: 0, max: 90 * 60 },
    { min: 0, max: 90 * 60 },
  ],
};

const cases: Case[] = [
  { name: 'five days of eight hours', shifts: fiveDays, found: [] },
  {
    name: 'more than the week',
    shifts: [...fiveDays, makeShift(6, 9)],
    found: ['weekly-rest', 'week-hours'],
  },
  {
    name: 'less than agreed',
    shifts: [],
    person: { weekMinutes: [{ min: 60, max: 2400 }] },
    found: ['fewest-week-hours'],
  },
  {
    name: 'less than agreed of the horizon',
    shifts: [],
    person: { periodMinutes: { min: 60, max: 2400 } },
    found: ['fewest-period-hours'],
  },
  {
    name: 'more than the horizon',
    shifts: fiveDays,
    person: { periodMinutes: { min: 0, max: 2370 } },
    found: ['period-hours'],
  },
  {
    name: 'a longer day than his',
    shifts: [makeShift(0, 9)],
    person: { maxDayMinutes: 450 },
    found: ['day-hours'],
  },
  {
    name: 'seven hours between',
    shifts: [makeShift(0, 9), byHand(1, 0, 8)],
    found: ['two-in-a-row', 'rest-between'],
  },
  { name: 'eleven hours between', shifts: [makeShift(0, 12), makeShift(1, 7)], found: ['rest-between'] },
  { name: 'twelve hours between', shifts: [makeShift(0, 12), byHand(1, 9, 17)], found: [] },
  {
    name: 'after a shift before the horizon',
    shifts: [makeShift(0, 5)],
    person: { carryIn: { lastEnd: -10, nights: 0, days: 1, hasWeeklyRest: false } },
    found: ['rest-between'],
  },
  { name: 'two shifts of a day', shifts: [byHand(0, 0, 8), byHand(0, 18, 8)], found: ['one-a-day'] },
  {
    name: 'no rest of 42 hours',
    shifts: [0, 1, 2, 3, 4, 5].map((day) => byHand(day, 12, 8)).concat(byHand(6, 12, 8)),
    person: longWeek,
    found: ['weekly-rest', 'days-in-a-row'],
  },
  {
    name: 'a rest that begins in the week and ends in the next',
    shifts: [1, 2, 3, 4, 5].map((day) => byHand(day, 12, 8)).concat(byHand(8, 12, 8)),
    days: 14,
    found: [],
  },
  {
    name: 'that rest cut short',
    shifts: [0, 1, 2, 3, 4, 5].map((day) => byHand(day, 18, 8)).concat(byHand(7, 9, 8)),
    days: 14,
    person: { carryIn: { lastEnd: 0, nights: 0, days: 0, hasWeeklyRest: false } },
    found: ['weekly-rest'],
  },
  { name: 'four nights', shifts: nights([0, 1, 2, 3]), found: ['nights-in-a-row'] },
  { name: 'three nights', shifts: nights([0, 1, 2]), found: [] },
  {
    name: 'two nights after two before',
    shifts: nights([0, 1]),
    person: { carryIn: { lastEnd: null, nights: 2, days: 2, hasWeeklyRest: false } },
    found: ['nights-in-a-row'],
  },
  {
    name: 'six days after one before',
    shifts: [0, 1, 2, 3, 4, 5].map((day) => byHand(day, 9, 8)),
    person: { carryIn: { lastEnd: null, nights: 0, days: 1, hasWeeklyRest: true } },
    found: ['days-in-a-row'],
  },
  { name: 'a night as long as a day', shifts: [byHand(0, 20, 22)], found: ['night-shorter'] },
  { name: 'a night an hour shorter', shifts: [byHand(0, 20, 20)], found: [] },
  {
    name: 'a night counts an hour more',
    shifts: [byHand(0, 22, 16)],
    person: { weekMinutes: [{ min: 0, max: 8 * 60 }] },
    found: ['week-hours'],
  },
  {
    name: 'a night of a minor',
    shifts: [byHand(0, 21, 4)],
    person: { mayNight: false },
    found: ['night-barred'],
  },
  { name: 'an evening of a minor', shifts: [byHand(0, 18, 8)], person: { mayNight: false }, found: [] },
  {
    name: 'a Saturday of who must not',
    shifts: [makeShift(5, 9)],
    person: { mayWeekend: false },
    found: ['weekend-barred'],
  },
  {
    name: 'a Friday night of who must not',
    shifts: [byHand(4, 20, 16)],
    person: { mayWeekend: false },
    found: ['weekend-barred'],
  },
  {
    name: 'a holiday of who must not',
    shifts: [makeShift(0, 9)],
    person: { mayHoliday: false },
    problem: { holidays: [true] },
    found: ['holiday-barred'],
  },
  {
    name: 'the eve of a holiday counts an hour more',
    shifts: [makeShift(0, 9)],
    person: { weekMinutes: [{ min: 0, max: 480 }] },
    problem: {
      holidays: [false, true],
      rules: { ...usualShiftRules, 'holiday-eve-shorter': { mode: 'hard', value: 60, weight: 1 } },
    },
    found: ['week-hours'],
  },
  {
    name: 'too many weekends',
    shifts: [makeShift(5, 9), makeShift(12, 9)],
    days: 14,
    problem: { rules: { ...usualShiftRules, 'weekends-worked': { mode: 'hard', value: 1, weight: 1 } } },
    found: ['weekends-worked'],
  },
  {
    name: 'on leave',
    shifts: [makeShift(0, 9)],
    person: { away: [{ from: 20, to: 48, why: 'leave' }] },
    found: ['away'],
  },
  {
    name: 'a break too late',
    shifts: [
      makeShift(0, 9, {
        breaks: [{ start: 29, slots: 1, isPaid: false }],
        serves: Array.from({ length: 17 }, (_, at) => (at === 11 ? -1 : 0)),
      }),
    ],
    found: ['break-window'],
  },
  {
    name: 'no break',
    shifts: [makeShift(0, 9, { breaks: [], serves: Array.from({ length: 17 }, () => 0) })],
    found: ['break-window'],
  },
  { name: 'no start of its template', shifts: [makeShift(0, 9.5)], found: ['template'] },
  { name: 'a skill he lacks', shifts: [makeShift(0, 9)], person: { skills: [1] }, found: ['skill'] },
  {
    name: 'work in the break',
    shifts: [makeShift(0, 9, { serves: Array.from({ length: 17 }, () => 0) })],
    found: ['skill'],
  },
  {
    name: 'a pinned shift that is gone',
    shifts: [],
    person: { pinned: [makeShift(0, 9)] },
    found: ['pinned'],
  },
];

describe('what a person’s shifts break', () => {
  it.each(cases)('$name', ({ found, ...given }) => {
    expect(rulesOf(given).sort()).toEqual([...found].sort());
  });

  const ruled = cases.filter(({ found }) => found.some((rule) => rule in usualShiftRules));
  it.each(ruled)('nothing of $name once its rules are off', ({ found, problem, ...given }) => {
    const rules = { ...usualShiftRules, ...problem?.rules };
    for (const rule of found)
      if (rule in rules) rules[rule as ShiftRuleKey] = { mode: 'off', value: 0, weight: 0 };
    const left = rulesOf({ ...given, problem: { ...problem, rules } });
    expect(left.filter((rule) => found.includes(rule))).toEqual([]);
  });
});

it('has a case of every rule; the eve of a holiday shows in the hours of the week', () => {
  const found = new Set(cases.flatMap((one) => one.found));
  expect(Object.keys(usualShiftRules).filter((rule) => !found.has(rule))).toEqual(['holiday-eve-shorter']);
});

it('reckons cover, wishes and soft rules', () => {
  const wanted = Array.from({ length: 336 }, (_, slot) => (slot === 18 || slot === 100 ? 2 : 0));
  const person = makeShiftPerson({
    wishes: [{ day: 0, kind: 'off', weight: 3 }],
    weekMinutes: [{ min: 600, max: 2400 }],
  });
  const problem = makeShiftProblem(7, { people: [person], skills: [{ id: 'a', wanted, under: 5, over: 1 }] });
  const { cost } = checkShifts(problem, [makeShift(0, 9)]);
  expect(cost).toMatchObject({
    wantedSlots: 4,
    underSlots: 3,
    overSlots: 15,
    under: 15,
    over: 15,
    wishes: 3,
    rules: 16,
    total: 49,
  });
});

it('sees nights on the wall of the person', () => {
  const clocks = [0, 18].map((ahead) => Array.from({ length: 432 }, (_, slot) => (slot + ahead) % 48));
  const people = [makeShiftPerson({ clock: 1, mayNight: false })];
  const problem = makeShiftProblem(7, { clocks, people });
  expect(findBreaches(problem, 0, [makeShift(0, 9)]).map(({ rule }) => rule)).toEqual(['night-barred']);
  expect(
    findBreaches({ ...problem, people: [makeShiftPerson({ mayNight: false })] }, 0, [makeShift(0, 9)]),
  ).toEqual([]);
});

describe('a swap', () => {
  const people = [makeShiftPerson(), makeShiftPerson({ id: 'boris', mayNight: false })];
  const problem = makeShiftProblem(7, { people });
  const shifts = [makeShift(0, 9), makeShift(1, 20), makeShift(3, 9, { person: 1 })];

  it.each([
    ['a free day', [{ shift: 0, to: 1 }], []],
    ['a night to who must not', [{ shift: 1, to: 1 }], ['night-barred']],
    [
      'there and back',
      [
        { shift: 0, to: 1 },
        { shift: 2, to: 0 },
      ],
      [],
    ],
  ])('%s', (_, moves, found) => {
    expect(swapBreaches(problem, shifts, moves).map(({ rule }) => rule)).toEqual(found);
  });
});
