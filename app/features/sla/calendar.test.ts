import { expect, test } from 'vitest';
import { aroundTheClock, CalendarHours, findCalendarFault, type Period } from './calendar.ts';

const p = (from: string, to: string): Period => ({ from, to });
const office = [p('09:00', '13:00'), p('14:00', '18:00')];
const none: Period[] = [];
const hours = (week: Period[][], specialDays: CalendarHours['specialDays'] = []) => ({
  timeZone: 'Europe/Moscow',
  week,
  specialDays,
});
const weekdays = (periods: Period[]) => [periods, periods, periods, periods, periods, none, none];

test.each<[string, CalendarHours]>([
  ['several periods a day', hours(weekdays(office))],
  ['nights that cross midnight', hours(Array.from({ length: 7 }, () => [p('22:00', '06:00')]))],
  ['around the clock', hours(aroundTheClock)],
  ['a day and night from eight to eight', hours([[p('08:00', '08:00')], none, none, none, none, none, none])],
  ['periods that touch', hours(weekdays([p('09:00', '12:00'), p('12:00', '18:00')]))],
  ['a holiday around the clock', hours(aroundTheClock, [{ date: '2026-01-01', name: 'x', periods: none }])],
])('%s is a calendar', (_what, given) => {
  expect(CalendarHours.safeParse(given).success).toBe(true);
  expect(findCalendarFault(given)).toBeUndefined();
});

test.each<[string, CalendarHours, unknown]>([
  [
    'two periods of a day',
    hours(weekdays([p('09:00', '13:00'), p('12:00', '18:00')])),
    { day: 1, period: p('09:00', '13:00'), withDay: 1, with: p('12:00', '18:00') },
  ],
  [
    'a period inside another',
    hours(weekdays([p('09:00', '18:00'), p('12:00', '13:00')])),
    { day: 1, period: p('09:00', '18:00'), with: p('12:00', '13:00') },
  ],
  [
    'a night and the next morning',
    hours([[p('22:00', '06:00')], [p('05:00', '12:00')], none, none, none, none, none]),
    { day: 1, period: p('22:00', '06:00'), withDay: 2, with: p('05:00', '12:00') },
  ],
  [
    "Sunday's night and Monday",
    hours([[p('05:00', '12:00')], none, none, none, none, none, [p('22:00', '06:00')]]),
    { day: 7, period: p('22:00', '06:00'), withDay: 1, with: p('05:00', '12:00') },
  ],
  [
    'a moved working day and the night before it',
    hours(
      [none, none, none, none, [p('22:00', '06:00')], none, none],
      [{ date: '2026-02-21', name: 'рабочая суббота', periods: [p('05:00', '12:00')] }],
    ),
    { day: 5, period: p('22:00', '06:00'), withDay: '2026-02-21', with: p('05:00', '12:00') },
  ],
])('%s overlap: refused, and both are named', (_what, given, found) => {
  expect(findCalendarFault(given)).toMatchObject({ code: 'periods-overlap', ...(found as object) });
});

test('a calendar that never opens, or says one date twice, is refused', () => {
  expect(findCalendarFault(hours(weekdays(none)))).toEqual({ code: 'never-open' });
  const day = { date: '2026-05-09', name: 'День Победы', periods: none };
  expect(findCalendarFault(hours(weekdays(office), [day, day]))).toEqual({
    code: 'day-twice',
    day: '2026-05-09',
  });
});

test.each([
  ['an hour that is not', { week: weekdays([p('25:00', '26:00')]) }],
  ['an unknown zone', { timeZone: 'Europe/Nowhere' }],
  ['six days', { week: weekdays(office).slice(1) }],
  ['a date that is not', { specialDays: [{ date: '2026-02-30', name: 'x', periods: [] }] }],
])('%s cannot be read', (_what, wrong) => {
  expect(CalendarHours.safeParse({ ...hours(weekdays(office)), ...wrong }).success).toBe(false);
});
