import { expect, test } from 'vitest';
import { publicHolidays } from './public-holidays.ts';
import { readIcal } from './read-ical.ts';

const file = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event.split('|'), 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const read = (text: string) => {
  const days = readIcal(text, '2026-01-01', '2027-12-31');
  return days.ok ? days.value.map(({ date, name }) => [date, name]) : days.error.code;
};

test.each<[string, string[], unknown]>([
  ['a day', ['DTSTART;VALUE=DATE:20260509|SUMMARY:День Победы'], [['2026-05-09', 'День Победы']]],
  [
    'days in a row, the last is not part',
    ['DTSTART;VALUE=DATE:20260101|DTEND;VALUE=DATE:20260104|SUMMARY:Новый год'],
    [
      ['2026-01-01', 'Новый год'],
      ['2026-01-02', 'Новый год'],
      ['2026-01-03', 'Новый год'],
    ],
  ],
  [
    'every year',
    ['DTSTART;VALUE=DATE:20200612|RRULE:FREQ=YEARLY|SUMMARY:День России'],
    [
      ['2026-06-12', 'День России'],
      ['2027-06-12', 'День России'],
    ],
  ],
  ['a day without a name', ['DTSTART;VALUE=DATE:20260612'], [['2026-06-12', 'iCal']]],
  ['a day out of the years wanted', ['DTSTART;VALUE=DATE:20200612|SUMMARY:x'], 'ical-empty'],
  ['no days at all', [], 'ical-empty'],
])('%s', (_what, events, expected) => {
  expect(read(file(...events))).toEqual(expected);
});

test.each([['not iCal'], [''], ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO']])('%j cannot be read', (text) => {
  expect(read(text)).toBe('ical-unreadable');
});

test('an endless repetition ends', () => {
  expect(read(file('DTSTART;VALUE=DATE:19000101|RRULE:FREQ=DAILY|SUMMARY:x'))).toBe('ical-empty');
});

test("a country's holidays are days of the year asked for", async () => {
  const dates = (await publicHolidays('RU', 2027)).map(({ date }) => date);
  expect(dates).toEqual(
    expect.arrayContaining(['2027-01-01', '2027-01-05', '2027-01-07', '2027-05-09', '2027-11-04']),
  );
  expect(dates.every((date) => date.startsWith('2027'))).toBe(true);
  expect(new Set(dates).size).toBe(dates.length);
});
