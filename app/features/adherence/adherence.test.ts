import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PresenceState } from '../routing/routing.ts';
import {
  type Actual,
  adherenceOf,
  type PlannedShift,
  type PresenceSpan,
  type Span,
  shareOf,
} from './adherence.ts';

const at = (text: string) => Date.parse(text);
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) });
const was = (state: PresenceState, from: string, to: string) => ({ state, ...span(from, to) });
const minuteMs = 60_000;
const inMinutes = ({ plannedMs, keptMs, plannedWorkMs, workedMs }: ReturnType<typeof adherenceOf>) =>
  [plannedMs, keptMs, plannedWorkMs, workedMs].map((ms) => ms / minuteMs);

const day: PlannedShift = {
  ...span('2026-03-02T06:00Z', '2026-03-02T14:30Z'),
  breaks: [span('2026-03-02T10:00Z', '2026-03-02T10:30Z')],
};
const whole = was('online', '2026-03-02T06:00Z', '2026-03-02T14:30Z');
const late = at('2026-03-03T00:00Z');

test.each<[string, PresenceSpan[], number[]]>([
  ['never came', [], [510, 30, 480, 0]],
  ['worked through the break', [whole], [510, 480, 480, 510]],
  [
    'kept it all',
    [
      was('online', '2026-03-02T06:00Z', '2026-03-02T10:00Z'),
      was('away', '2026-03-02T10:00Z', '2026-03-02T10:30Z'),
      was('busy', '2026-03-02T10:30Z', '2026-03-02T14:30Z'),
    ],
    [510, 510, 480, 480],
  ],
  [
    'came 20 minutes late and stayed as long: conforms, does not adhere',
    [
      was('online', '2026-03-02T06:20Z', '2026-03-02T10:00Z'),
      was('away', '2026-03-02T10:00Z', '2026-03-02T10:30Z'),
      was('online', '2026-03-02T10:30Z', '2026-03-02T14:50Z'),
    ],
    [510, 490, 480, 480],
  ],
  [
    'work of another time is not this shift’s',
    [was('online', '2026-03-02T00:00Z', '2026-03-02T04:00Z')],
    [510, 30, 480, 0],
  ],
])('%s', (_, presence, minutes) => {
  expect(inMinutes(adherenceOf(day, presence, { excused: [], now: late }))).toEqual(minutes);
});

test('only what has passed counts, and of what is open as long as it lasts', () => {
  const now = at('2026-03-02T08:00Z');
  expect(inMinutes(adherenceOf(day, [whole], { excused: [], now }))).toEqual([120, 120, 120, 120]);
  expect(adherenceOf(day, [whole], { excused: [], now: day.from })).toMatchObject({
    plannedMs: 0,
    stretches: [],
  });
});

test('what is excused is not planned any more', () => {
  const excused = [span('2026-03-02T12:00Z', '2026-03-04T00:00Z')];
  const presence = [was('online', '2026-03-02T06:00Z', '2026-03-02T12:00Z')];
  expect(inMinutes(adherenceOf(day, presence, { excused, now: late }))).toEqual([360, 330, 330, 360]);
});

test.each([
  ['a night over midnight and a month’s end', '2026-01-31T19:00Z', '2026-02-01T06:00Z', 660],
  [
    'the night in which Berlin’s clocks go on: eight on the wall, seven in life',
    '2026-03-28T21:00Z',
    '2026-03-29T04:00Z',
    420,
  ],
  ['the night in which they go back: nine in life', '2026-10-24T20:00Z', '2026-10-25T05:00Z', 540],
  ['the same instants told by Vladivostok’s wall', '2026-03-29T07:00+10:00', '2026-03-29T14:00+10:00', 420],
])('%s', (_, from, to, minutes) => {
  const shift = { ...span(from, to), breaks: [] };
  const kept = adherenceOf(shift, [was('online', from, to)], { excused: [], now: shift.to });
  expect(inMinutes(kept)).toEqual([minutes, minutes, minutes, minutes]);
});

const actuals: Record<PresenceState, Actual> = {
  online: 'working',
  busy: 'working',
  away: 'paused',
  offline: 'absent',
};
const minutes = fc.integer({ min: -90, max: 700 });
const anySpan = fc
  .tuple(minutes, fc.integer({ min: 1, max: 200 }))
  .map(([from, length]) => ({ from, to: from + length }));
const history = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom<PresenceState>('online', 'busy', 'away', 'offline'),
    ),
  )
  .map((parts) => {
    let from = -80;
    return parts.map(([length, state]) => {
      from += length;
      return { state, from: from - length, to: from };
    });
  });

test('is what one finds minute by minute', () => {
  fc.assert(
    fc.property(
      fc.array(anySpan, { maxLength: 3 }),
      history,
      fc.array(anySpan, { maxLength: 2 }),
      minutes,
      (breaks, presence, excused, now) => {
        const ms = <T extends Span>(one: T) => ({ ...one, from: one.from * minuteMs, to: one.to * minuteMs });
        const shift = { from: 0, to: 480 * minuteMs, breaks: breaks.map(ms) };
        const found = adherenceOf(shift, presence.map(ms), { excused: excused.map(ms), now: now * minuteMs });
        const counted = [0, 0, 0, 0];
        const has = (spans: Span[], minute: number) =>
          spans.some(({ from, to }) => from <= minute && minute < to);
        const count = (place: number, isSo: boolean) =>
          (counted[place] = (counted[place] ?? 0) + Number(isSo));
        for (let minute = -60; minute < Math.min(now, 540); minute++) {
          const state = presence.find((one) => has([one], minute))?.state ?? 'offline';
          const isWorking = actuals[state] === 'working';
          const isBreak = has(breaks, minute);
          const isPlanned = minute >= 0 && minute < 480 && !has(excused, minute);
          count(0, isPlanned);
          count(1, isPlanned && isWorking !== isBreak);
          count(2, isPlanned && !isBreak);
          count(3, isWorking);
        }
        expect(inMinutes(found)).toEqual(counted);
      },
    ),
  );
});

test('a share of nothing is nothing', () => {
  expect([shareOf(1, 3), shareOf(0, 0)]).toEqual([333, null]);
});
