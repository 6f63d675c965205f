import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type IcalShift, writeIcal } from './write-ical.ts';

const words = {
  title: 'Смены',
  summary: 'Смена, Волна; «ночь»',
  breaks: (spans: { from: Date; to: Date }[]) =>
    spans.map(({ from }) => `перерыв ${from.toISOString()}`).join('\n'),
};
const shift = (id: string, over: Partial<IcalShift> = {}): IcalShift => ({
  id,
  version: 0,
  startsAt: new Date('2026-03-28T20:00Z'),
  endsAt: new Date('2026-03-29T05:00Z'),
  breaks: [],
  cancelledAt: null,
  publishedAt: new Date('2026-02-20T09:00Z'),
  ...over,
});

test('what was written is read again: night, clock change, break, change and cancellation', () => {
  const pause = { startsAt: Date.parse('2026-03-29T00:00Z'), endsAt: Date.parse('2026-03-29T00:30Z') };
  const text = writeIcal(
    [
      shift('one', { breaks: [pause], version: 2 }),
      shift('two', { cancelledAt: new Date('2026-03-01T10:00Z') }),
    ],
    words,
  );
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  expect(events.map(({ uid, sequence, summary }) => [uid, sequence, summary])).toEqual([
    ['one@pult', 2, words.summary],
    ['two@pult', 0, words.summary],
  ]);
  expect(events[0]?.startDate.toJSDate()).toEqual(new Date('2026-03-28T20:00Z'));
  expect(events[0]?.endDate.toJSDate()).toEqual(new Date('2026-03-29T05:00Z'));
  expect(events[0]?.description).toBe('перерыв 2026-03-29T00:00:00.000Z');
  expect(text).toMatch(/STATUS:CANCELLED/);
});

test('lines end and break as the standard has it, also of a calendar without shifts', () => {
  const text = writeIcal([shift('one', { id: 'а'.repeat(60) })], words);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  expect(writeIcal([], words)).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n(?:.|\r\n)*END:VCALENDAR\r\n$/);
});
