import { expect, it } from 'vitest';
import { makeShiftPerson, makeShiftProblem } from '#tests/setup/shift-problems.ts';
import { checkShifts } from './check-shifts.ts';
import { drawFrom } from './seeded-draw.ts';
import type { ShiftPerson, ShiftProblem } from './shift-problem.ts';
import { type ShiftRuleKey, shiftRuleUnits, usualShiftRules } from './shift-rules.ts';
import { solveShifts } from './solve-shifts.ts';

/** Work that tempts one person to break the rule. `spans`: when he is wanted, as days and hours of the first. */
type Temptation = {
  spans: [day: number, from: number, to: number][];
  days?: number;
  person?: Partial<ShiftPerson>;
  holidays?: boolean[];
  /** Other rules that would keep him from it as well. */
  off?: ShiftRuleKey[];
  value?: number;
  /** Where the breach shows, when it is not under its own name. */
  shows?: ShiftRuleKey;
};

const daily = (days: number, from: number, to: number): Temptation['spans'] =>
  Array.from({ length: days }, (_, day) => [day, from, to]);
const manyHours = { weekMinutes: Array.from({ length: 2 }, () => ({ min: 0, max: 90 * 60 })) };

const temptations: Record<Exclude<ShiftRuleKey, 'one-a-day'>, Temptation> = {
  'week-hours': { spans: daily(5, 9, 17.5), person: { weekMinutes: [{ min: 0, max: 32 * 60 }] } },
  'period-hours': {
    spans: daily(12, 9, 17.5),
    days: 14,
    person: { periodMinutes: { min: 0, max: 40 * 60 } },
  },
  'day-hours': { spans: [[0, 9, 20.5]], person: { maxDayMinutes: 480 } },
  'two-in-a-row': { spans: [...daily(1, 14, 22.5), [1, 2, 10.5]], off: ['rest-between'] },
  'rest-between': { spans: [...daily(1, 14, 22.5), [1, 7, 15.5]] },
  'weekly-rest': { spans: daily(7, 9, 17.5), person: manyHours, off: ['days-in-a-row'] },
  'nights-in-a-row': { spans: daily(5, 22, 30.5), person: manyHours },
  'days-in-a-row': { spans: daily(7, 9, 17.5), person: manyHours, off: ['weekly-rest'] },
  'night-shorter': { spans: [[0, 20, 31.5]] },
  'night-barred': { spans: [[0, 22, 30.5]], person: { mayNight: false } },
  'weekend-barred': { spans: [[5, 9, 17.5]], person: { mayWeekend: false } },
  'holiday-barred': {
    spans: [[2, 9, 17.5]],
    person: { mayHoliday: false },
    holidays: [false, false, true, false, false, false, false],
  },
  'holiday-eve-shorter': {
    spans: daily(5, 9, 17.5),
    holidays: [false, false, false, false, false, true, false],
    value: 60,
    shows: 'week-hours',
  },
  'weekends-worked': {
    spans: [
      [5, 9, 17.5],
      [12, 9, 17.5],
    ],
    days: 14,
    value: 1,
  },
  away: { spans: [[0, 9, 17.5]], person: { away: [{ from: 20, to: 30, why: 'leave' }] } },
};

function tempt(
  { spans, days = 7, person, holidays }: Temptation,
  rules: ShiftProblem['rules'],
): ShiftProblem {
  const wanted = Array.from({ length: 48 * days }, (_, slot) =>
    spans.some(([day, from, to]) => slot >= 48 * day + 2 * from && slot < 48 * day + 2 * to) ? 1 : 0,
  );
  const starts = Array.from({ length: 48 }, (_, start) => start);
  const breaks = [{ slots: 1, isPaid: false, earliest: 6, latest: 10 }];
  return makeShiftProblem(days, {
    people: [makeShiftPerson(person)],
    skills: [{ id: 'call:mts', wanted, under: 5, over: 1 }],
    templates: [{ id: 'any', starts, presences: [17, 23], breaks }],
    rules,
    ...(holidays ? { holidays } : {}),
  });
}

const solved = (problem: ShiftProblem) => {
  let looked = 0;
  return solveShifts(problem, { spent: () => looked++ / 30, draw: drawFrom(1) }).shifts;
};

it.each(Object.entries(temptations) as [ShiftRuleKey, Temptation][])(
  'a plan keeps %s, and would not without it',
  (rule, temptation) => {
    const rules = { ...usualShiftRules };
    for (const other of temptation.off ?? []) rules[other] = { ...rules[other], mode: 'off' };
    const value = temptation.value ?? rules[rule].value;
    const on = tempt(temptation, { ...rules, [rule]: { mode: 'hard', value, weight: 0 } });
    const off = tempt(temptation, { ...rules, [rule]: { mode: 'off', value, weight: 0 } });
    const broken = (shifts: ReturnType<typeof solved>) =>
      checkShifts(on, shifts).breaches.map((breach) => breach.rule);
    expect(broken(solved(on))).toEqual([]);
    expect(broken(solved(off))).toContain(temptation.shows ?? rule);
  },
);

it('tempts to break every rule but one start a day, which a walk over days cannot break', () => {
  expect(Object.keys(temptations).concat('one-a-day').sort()).toEqual(Object.keys(shiftRuleUnits).sort());
});
