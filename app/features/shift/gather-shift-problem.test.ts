import { expect, test } from 'vitest';
import { usualShiftRules } from '#app/features/roster/shift-rules.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { slotsOf } from '#app/features/staffing/requirement.ts';
import { gatherShiftProblem } from './gather-shift-problem.ts';
import type { PlanFacts, Planned } from './plan-facts.ts';
import type { StoredShift } from './planned-shifts.ts';

const anna: Planned = {
  userId: 'anna',
  carriers: ['mts'],
  terms: {
    weekMinutesMin: 2160,
    weekMinutesMax: 2400,
    maxDayMinutes: 660,
    protections: [],
    nightConsent: false,
    timeZone: 'Europe/Moscow',
    accountingMonths: 0,
    available: [],
    hiredOn: '2020-01-01',
    endsOn: null,
  },
};
const day = {
  id: 'day',
  starts: [540],
  presences: [{ minutes: 540, breaks: [{ minutes: 60, isPaid: false, earliest: 180, latest: 300 }] }],
};

function facts(span: { from: string; to: string }, other: Partial<PlanFacts> = {}): PlanFacts {
  const timeZone = other.timeZone ?? 'Europe/Moscow';
  const slots = slotsOf(timeZone, span);
  const requirement = { skills: ['mts'], ...slots, bySkillAndSlot: [[1, 1]] };
  return {
    timeZone,
    requirement,
    people: [anna],
    templates: [day],
    rules: usualShiftRules,
    absences: [],
    wishes: [],
    shifts: [],
    earlier: [],
    accounted: { since: null, told: [], absences: [] },
    ...other,
  };
}

function shift(date: string, startsAt: string, hours: number, isPinned = false): StoredShift {
  const starts = new Date(startsAt);
  const endsAt = new Date(starts.getTime() + hours * 3_600_000);
  return {
    id: `s-${date}`,
    userId: 'anna',
    date,
    startsAt: starts,
    endsAt,
    breaks: [],
    skill: null,
    templateId: 'day',
    isPinned,
  };
}

const week = { from: '2026-11-23', to: '2026-11-30' };

test('a week is its half hours, people, templates and what is needed', () => {
  const problem = gatherShiftProblem(facts(week));
  expect(problem).toMatchObject({
    dayStarts: [0, 48, 96, 144, 192, 240, 288, 336],
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    skills: [{ id: 'mts', wanted: [1, 1] }],
    templates: [
      { id: 'day', starts: [18], presences: [18], breaks: [{ slots: 2, earliest: 6, latest: 10 }] },
    ],
    people: [{ id: 'anna', skills: [0], weekMinutes: [{ min: 2160, max: 2400 }], away: [] }],
  });
});

test('the week in which clocks go back has two slots more', () => {
  const berlin = { ...anna, terms: { ...anna.terms, timeZone: 'Europe/Berlin' } };
  const autumn = facts(
    { from: '2026-10-19', to: '2026-10-26' },
    { timeZone: 'Europe/Berlin', people: [berlin] },
  );
  const problem = gatherShiftProblem(autumn);
  expect(problem.dayStarts.at(-1)).toBe(338);
  expect(problem.clocks[0]?.[problem.dayStarts[6] ?? 0]).toBe(0);
  expect(problem.clocks[0]).toHaveLength(338 + 96);
});

test('who lives elsewhere has nights of his own and is free in hours of his own', () => {
  const far: Planned = {
    ...anna,
    terms: {
      ...anna.terms,
      timeZone: 'Asia/Vladivostok',
      available: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '21:00' }],
    },
  };
  const problem = gatherShiftProblem(facts(week, { people: [anna, far] }));
  expect(problem.people.map(({ clock }) => clock)).toEqual([0, 1]);
  // 09:00 in Vladivostok is 02:00 in Moscow.
  expect(problem.people[1]?.away.slice(0, 2)).toEqual([
    { from: 0, to: 4, why: 'unavailable' },
    { from: 28, to: 52, why: 'unavailable' },
  ]);
});

test('hours of a month end and a holiday: each working day is a fifth of a week', () => {
  const problem = gatherShiftProblem(facts({ from: '2026-10-26', to: '2026-11-09' }));
  expect(problem.people[0]?.weekMinutes).toEqual([
    { min: 2160, max: 2400 },
    { min: 1710, max: 1920 },
  ]);
  expect(problem.holidays.indexOf(true)).toBe(9);
});

test('leave takes its working days off the hours, and he is away', () => {
  const leave = {
    userId: 'anna',
    kind: 'leave' as const,
    ...between('2026-11-22T21:00Z', '2026-11-25T21:00Z'),
  };
  const [person] = gatherShiftProblem(facts(week, { absences: [leave] })).people;
  expect(person?.weekMinutes).toEqual([{ min: 840, max: 960 }]);
  expect(person?.away).toContainEqual({ from: 0, to: 144, why: 'leave' });
});

test('summed up over months, only the whole is bound', () => {
  const summed = { ...anna, terms: { ...anna.terms, accountingMonths: 3 } };
  const [person] = gatherShiftProblem(
    facts({ from: '2026-11-23', to: '2026-12-07' }, { people: [summed] }),
  ).people;
  expect(person?.periodMinutes).toEqual({ min: 4320, max: 4800 });
  expect(person?.weekMinutes[0]).toEqual({ min: 0, max: 3960 });
});

test('what he did in the days before comes in with him', () => {
  const earlier = [
    shift('2026-11-20', '2026-11-20T19:00Z', 11),
    shift('2026-11-21', '2026-11-21T19:00Z', 11),
    shift('2026-11-22', '2026-11-22T19:00Z', 11),
  ];
  const [person] = gatherShiftProblem(facts(week, { earlier })).people;
  expect(person?.carryIn).toEqual({ lastEnd: 18, nights: 3, days: 3, hasWeeklyRest: false });
});

test('a plan from Wednesday on knows whether Monday and Tuesday were the long rest', () => {
  const wednesday = { from: '2026-11-25', to: '2026-11-30' };
  const rested = gatherShiftProblem(
    facts(wednesday, { earlier: [shift('2026-11-22', '2026-11-22T06:00Z', 9)] }),
  );
  const worked = gatherShiftProblem(
    facts(wednesday, { earlier: [shift('2026-11-24', '2026-11-24T06:00Z', 9)] }),
  );
  expect([rested, worked].map(({ people }) => people[0]?.carryIn.hasWeeklyRest)).toEqual([true, false]);
});

test('what a person placed by hand stays, and serves what is missing', () => {
  const kept = shift('2026-11-24', '2026-11-24T06:00Z', 9, true);
  const problem = gatherShiftProblem(
    facts(week, { shifts: [kept, shift('2026-11-25', '2026-11-25T06:00Z', 9)] }),
  );
  expect(problem.people[0]?.pinned).toMatchObject([{ person: 0, day: 1, start: 66, end: 84, template: 0 }]);
});

test('nothing known of what is needed leaves work that anybody may do', () => {
  const empty = facts(week);
  const problem = gatherShiftProblem({ ...empty, requirement: { ...empty.requirement, skills: [] } });
  expect(problem.skills).toMatchObject([{ id: '', over: 0 }]);
  expect(problem.people[0]?.skills).toEqual([0]);
});

const between = (from: string, to: string) => ({ fromAt: new Date(from), toAt: new Date(to) });

test('hours told earlier in the accounting period are taken off its norm', () => {
  const quarterly = { ...anna, terms: { ...anna.terms, accountingMonths: 3 } };
  const periodOf = (from: string, since: string | null, told: StoredShift[]) =>
    gatherShiftProblem(
      facts(
        { from, to: addDays(from, 7) },
        { people: [quarterly], accounted: { since, told, absences: [] } },
      ),
    ).people[0]?.periodMinutes;
  const tenHours = ['16', '17', '18', '19', '20'].map((day) =>
    shift(`2026-11-${day}`, `2026-11-${day}T06:00Z`, 10),
  );
  expect(periodOf('2026-11-23', null, [])).toEqual({ min: 2160, max: 2400 });
  // Fifty hours of the forty of the week before: ten fewer are left.
  expect(periodOf('2026-11-23', '2026-11-16', tenHours)).toEqual({ min: 1320, max: 1800 });
  // Nobody was told of anything before the plan of that week, though the quarter began in October.
  expect(periodOf('2026-11-23', '2026-11-16', [])).toEqual({ min: 4320, max: 4800 });
  // A night of ten hours counts as eleven.
  expect(periodOf('2026-11-23', '2026-11-22', [shift('2026-11-22', '2026-11-22T18:00Z', 10)])).toEqual({
    min: 1500,
    max: 1740,
  });
  // December belongs to the same quarter, January to the next.
  expect(periodOf('2026-12-07', '2026-12-07', tenHours)).toEqual({ min: 2160, max: 2400 });
  expect(periodOf('2027-01-18', '2026-12-28', tenHours)?.min).toBe(
    periodOf('2027-01-18', '2027-01-01', [])?.min,
  );
});
