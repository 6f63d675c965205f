import { expect, test } from 'vitest';
import { alarmsOf } from './alarms.ts';
import { aroundTheClock } from './calendar.ts';
import { type ClockEvent, evaluateClock } from './clock.ts';
import type { ContractTerms } from './contract.ts';
import { openHours } from './open-hours.ts';

const minute = 60_000;
const hours = { timeZone: 'UTC', week: aroundTheClock, specialDays: [] };
const calendars = new Map([['always', openHours([{ effectiveFrom: '2020-01-01', hours }])]]);
const match = { channels: [], kinds: [], priorities: [], segments: [] };
const minutes = { firstResponse: 100, nextResponse: null, resolution: null, carrier: null };
const terms: ContractTerms = {
  rules: [{ id: 'all', match, calendarId: 'always', minutes }],
  exclusions: [],
  warnAt: [0.75],
  escalations: [
    { level: 1, atShare: 1, to: 'lead', onShift: true },
    { level: 2, atShare: 1.5, to: 'manager', onShift: false },
  ],
  graceMinutes: 0,
};
const opened: ClockEvent = {
  at: 0,
  type: 'opened',
  channel: 'email',
  kind: 'question',
  priority: 'normal',
  segment: null,
};
const alarmsAt = (now: number, ...events: ClockEvent[]) => {
  const { targets } = evaluateClock([opened, ...events], { terms }, calendars, now * minute);
  return alarmsOf(terms, targets, calendars, now * minute).map(({ level, at }) => [
    level,
    at === null ? null : at / minute,
  ]);
};

test.each<[string, number, ClockEvent[], unknown]>([
  [
    'at the beginning all lie ahead',
    0,
    [],
    [
      [0, 75],
      [1, 100],
      [2, 150],
    ],
  ],
  [
    'a share that was passed is now',
    80,
    [],
    [
      [0, 80],
      [1, 100],
      [2, 150],
    ],
  ],
  [
    'late, the next level still comes',
    120,
    [],
    [
      [0, 120],
      [1, 120],
      [2, 150],
    ],
  ],
  [
    'while it stands, none comes nearer',
    60,
    [{ at: 10 * minute, type: 'waiting.began' }],
    [
      [0, null],
      [1, null],
      [2, null],
    ],
  ],
  ['answered, nobody is told', 60, [{ at: 10 * minute, type: 'agent.answered' }], []],
])('%s', (_what, now, events, expected) => {
  expect(alarmsAt(now, ...events)).toEqual(expected);
});

test('an escalation goes to its role', () => {
  const { targets } = evaluateClock([opened], { terms }, calendars, 0);
  expect(alarmsOf(terms, targets, calendars, 0)[1]).toEqual({
    clock: 'firstResponse:0',
    target: 'firstResponse',
    level: 1,
    share: 1,
    to: { role: 'lead', onShift: true },
    at: 100 * minute,
  });
});
