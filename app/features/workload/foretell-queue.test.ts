import { expect, test } from 'vitest';
import type { WeekErrors } from './forecast-made.ts';
import { foretellQueue } from './foretell-queue.ts';
import { historyOf } from './history.ts';
import { noErrors } from './measure.ts';
import { chooseLive, judgeWeek } from './prove-forecast.ts';

const dateOf = (day: number) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);

/** Ten an ordinary half hour, five on the days of rest; each contact of four minutes. */
function daysOf(count: number, of: (day: number) => number = (day) => (day % 7 > 4 ? 5 : 10)) {
  const rows = Array.from({ length: count }, (_, day) => {
    const contacts = Array<number>(48).fill(of(day));
    return { on: dateOf(day), contacts, handled: contacts, handlingS: contacts.map((value) => value * 240) };
  });
  return historyOf(rows, { until: dateOf(count), countedFrom: null, timeZone: 'Europe/Moscow' });
}

const none = { marks: new Map<number, string>(), live: 'learnt' } as const;
const firstOf = (days: { contacts: Float64Array }[]) => days.map(({ contacts }) => contacts[0]);

test('two months ahead weeks repeat, over the ends of months', () => {
  const { days } = foretellQueue(daysOf(84), 63, none);
  expect(days.map(({ on }) => on)).toEqual(Array.from({ length: 63 }, (_, day) => dateOf(84 + day)));
  const weeks = Array.from({ length: 9 }, (_, week) => firstOf(days).slice(7 * week, 7 * week + 7));
  expect(weeks).toEqual(Array(9).fill([10, 10, 10, 10, 10, 5, 5]));
  expect(days[0]?.handlingS?.[20]).toBeCloseTo(240, 6);
});

test('a marked day far ahead stands at the level of those before', () => {
  const billing = new Set([30, 58]);
  const history = daysOf(84, (day) => (billing.has(day) ? 30 : 10));
  const marks = new Map([...billing, 114].map((day) => [day, 'billing']));
  const { days } = foretellQueue(history, 63, { ...none, marks });
  expect(days[30]?.contacts[0]).toBeCloseTo(10 * 3 ** (2 / 3), 6);
  expect(days[31]?.contacts[0]).toBe(10);
});

test.each([
  ['nothing', 0, [0, 0]],
  ['three days', 3, [10, 10]],
  ['a week', 7, [10, 5]],
])('of %s something is foretold nevertheless', (_, count, [first, rest]) => {
  const { days, made } = foretellQueue(daysOf(count), 14, { ...none, live: 'last-week' });
  const saturday = days.findIndex(({ on }) => new Date(on).getUTCDay() === 6);
  expect(made.live).toBe('last-week');
  expect([days[0]?.contacts[0], days[saturday]?.contacts[0]]).toEqual([first, count === 3 ? 10 : rest]);
});

const week = (learnt: number, lastWeek: number, average: number): WeekErrors => {
  const errors = (missed: number) => ({ ...noErrors, missed, came: 100 });
  return { learnt: errors(learnt), 'last-week': errors(lastWeek), 'moving-average': errors(average) };
};

test.each([
  ['too few weeks', [week(1, 9, 9), week(1, 9, 9)], 'last-week'],
  ['beats both', [week(5, 9, 8), week(9, 9, 8), week(5, 9, 8)], 'learnt'],
  ['beaten by the moving average', [week(9, 10, 8), week(9, 10, 8), week(9, 10, 8)], 'moving-average'],
  ['beaten by last week', [week(9, 7, 8), week(9, 7, 8), week(9, 7, 8)], 'last-week'],
] as const)('%s', (_, weeks, live) => {
  expect(chooseLive(weeks)).toBe(live);
});

test('a week is judged from what was known before it, or by what was really said', () => {
  const { contacts } = daysOf(84);
  const replayed = judgeWeek(contacts, 70, { marks: none.marks });
  expect(replayed.learnt.missed).toBe(0);
  expect(replayed['moving-average'].missed).toBeGreaterThan(0);
  const said = new Float64Array(7 * 48).fill(11);
  expect(judgeWeek(contacts, 70, { marks: none.marks, said }).learnt.missed).toBe((5 * 1 + 2 * 6) * 48);
});
