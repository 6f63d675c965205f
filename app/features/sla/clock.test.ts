import { describe, expect, test } from 'vitest';
import { aroundTheClock, type Period } from './calendar.ts';
import { type Calendars, type ClockEvent, evaluateClock, type TargetClock } from './clock.ts';
import type { ContractTerms, Target } from './contract.ts';
import { openHours } from './open-hours.ts';

const none: Period[] = [];
const office = [{ from: '09:00', to: '18:00' }];
const calendars: Calendars = new Map([
  ['day', openHours([version([office, office, office, office, office, none, none])])],
  ['always', openHours([version(aroundTheClock)])],
]);

function version(week: Period[][]) {
  return { effectiveFrom: '2020-01-01', hours: { timeZone: 'Europe/Moscow', week, specialDays: [] } };
}

const all = { channels: [], kinds: [], priorities: [], segments: [] };
const minutes = { firstResponse: 60, nextResponse: 120, resolution: 480, carrier: 1440 };
const terms: ContractTerms = {
  rules: [
    {
      id: 'urgent',
      match: { ...all, priorities: ['urgent'] },
      calendarId: 'day',
      minutes: { ...minutes, resolution: 240 },
    },
    {
      id: 'fault',
      match: { ...all, kinds: ['fault'] },
      calendarId: 'always',
      minutes: { ...minutes, carrier: null },
    },
    { id: 'all', match: all, calendarId: 'day', minutes },
  ],
  exclusions: [{ match: { ...all, kinds: ['personal-data'] }, reason: 'Срок по закону' }],
  warnAt: [],
  escalations: [],
  graceMinutes: 60,
};

/** `пт` is Friday 20 November 2026, `пн` the Monday after it. Moscow time. */
const days = { чт: '2026-11-19', пт: '2026-11-20', сб: '2026-11-21', пн: '2026-11-23', вт: '2026-11-24' };
const at = (when: string) => {
  const [day, time] = when.split(' ');
  return Date.parse(`${days[day as keyof typeof days]}T${time}+03:00`);
};
const opened = (when: string, more: object = {}): ClockEvent => ({
  at: at(when),
  type: 'opened',
  channel: 'email',
  kind: 'question',
  priority: 'normal',
  segment: null,
  ...more,
});
type Plain =
  | 'subscriber.wrote'
  | 'agent.answered'
  | 'waiting.began'
  | 'waiting.ended'
  | 'solved'
  | 'reopened'
  | 'incident.left';
const event = (when: string, type: Plain): ClockEvent => ({ at: at(when), type });
const carrier = (when: string, type: 'carrier.began' | 'carrier.ended', requestId = 'r1'): ClockEvent => ({
  at: at(when),
  type,
  requestId,
});

function clocks(events: ClockEvent[], now: string, target: Target): TargetClock[] {
  return evaluateClock(events, { terms }, calendars, at(now)).targets.filter(
    (clock) => clock.target === target,
  );
}
const clock = (events: ClockEvent[], now: string, target: Target = 'resolution') =>
  clocks(events, now, target)[0];
const hours = (count: number) => count * 3_600_000;

describe('worked examples', () => {
  test('time runs in the hours of the calendar only', () => {
    expect(clock([opened('пт 16:00')], 'пт 17:00')).toMatchObject({
      state: 'running',
      pausedReason: null,
      dueAt: at('пн 15:00'),
      spentMs: hours(1),
      leftMs: hours(7),
      share: 1 / 8,
      running: { from: at('пт 17:00'), to: at('пт 18:00') },
    });
    expect(clock([opened('пт 16:00')], 'сб 12:00')).toMatchObject({
      state: 'paused',
      pausedReason: 'outside-hours',
      dueAt: at('пн 15:00'),
      leftMs: hours(6),
      running: { from: at('пн 09:00'), to: at('пн 18:00') },
    });
    expect(clock([opened('пт 16:00')], 'пн 15:00')).toMatchObject({ state: 'running', leftMs: 0 });
    expect(clock([opened('пт 16:00')], 'пн 15:15')).toMatchObject({
      state: 'breached',
      isOpen: true,
      dueAt: at('пн 15:00'),
      leftMs: -hours(0.25),
    });
  });

  test('waiting for the subscriber moves the due moment by as long as it took', () => {
    const waiting = [opened('пт 10:00'), event('пт 11:00', 'waiting.began')];
    expect(clock(waiting, 'пт 12:00')).toMatchObject({
      state: 'paused',
      pausedReason: 'waiting-for-subscriber',
      dueAt: null,
      leftMs: hours(7),
      running: null,
    });
    const written = [...waiting, event('пт 13:00', 'subscriber.wrote')];
    expect(clock(written, 'пт 13:00')).toMatchObject({ state: 'running', dueAt: at('пн 11:00') });
  });

  test('the carrier does not stop the clock of the subscriber, and has its own', () => {
    const events = [opened('чт 10:00'), carrier('чт 11:00', 'carrier.began')];
    expect(clock(events, 'чт 12:00')).toMatchObject({
      state: 'running',
      isAtCarrier: true,
      dueAt: at('чт 18:00'),
    });
    expect(clock(events, 'чт 12:00', 'carrier')).toMatchObject({
      requestId: 'r1',
      dueAt: at('пн 17:00'),
      spentMs: hours(1),
    });
    const ended = [...events, event('чт 12:00', 'waiting.began'), carrier('чт 14:00', 'carrier.ended')];
    expect(clock(ended, 'чт 15:00', 'carrier')).toMatchObject({
      state: 'met',
      isOpen: false,
      spentMs: hours(3),
    });
    expect(clock(ended, 'чт 15:00')).toMatchObject({
      state: 'paused',
      isAtCarrier: false,
      spentMs: hours(2),
    });
  });

  test('each request at a carrier has a clock of its own, and goes on where it was', () => {
    const events = [
      opened('чт 10:00'),
      carrier('чт 10:00', 'carrier.began', 'a'),
      carrier('чт 11:00', 'carrier.began', 'b'),
      carrier('чт 12:00', 'carrier.ended', 'a'),
      carrier('чт 15:00', 'carrier.began', 'a'),
    ];
    const spent = clocks(events, 'чт 16:00', 'carrier').map(({ requestId, spentMs }) => [requestId, spentMs]);
    expect(spent).toEqual([
      ['a', hours(3)],
      ['b', hours(5)],
    ]);
  });

  test('a new priority keeps what was spent', () => {
    const events: ClockEvent[] = [
      opened('пт 09:00'),
      { at: at('пт 12:00'), type: 'priority.changed', priority: 'urgent' },
    ];
    expect(clock(events, 'пт 12:00')).toMatchObject({
      spentMs: hours(3),
      leftMs: hours(1),
      dueAt: at('пт 13:00'),
    });
    const late: ClockEvent[] = [
      opened('пт 09:00'),
      { at: at('пт 15:00'), type: 'priority.changed', priority: 'urgent' },
    ];
    expect(clock(late, 'пт 15:00')).toMatchObject({
      state: 'breached',
      leftMs: -hours(2),
      dueAt: at('пт 13:00'),
    });
  });

  test('re-opened, a case goes on where it was', () => {
    const events = [opened('чт 10:00'), event('чт 12:00', 'solved'), event('пт 10:00', 'reopened')];
    expect(clock(events.slice(0, 2), 'пт 09:00')).toMatchObject({
      state: 'met',
      isOpen: false,
      endedAt: at('чт 12:00'),
      spentMs: hours(2),
    });
    expect(clock(events, 'пт 11:00')).toMatchObject({
      state: 'running',
      spentMs: hours(3),
      dueAt: at('пт 16:00'),
    });
  });

  test('re-opened at the last minute it has the grace, re-opened late it is late', () => {
    const last = [opened('чт 10:00'), event('чт 17:50', 'solved'), event('пт 10:00', 'reopened')];
    expect(clock(last, 'пт 10:30')).toMatchObject({ state: 'running', dueAt: at('пт 11:00') });
    const late = [opened('чт 09:00'), event('чт 17:30', 'solved'), event('пт 10:00', 'reopened')];
    expect(clock(late, 'пт 10:30')).toMatchObject({ state: 'breached', dueAt: at('чт 17:00') });
  });

  test('the first answer ends the first response; later messages are each answered in time or not', () => {
    const events = [
      opened('чт 09:00'),
      event('чт 09:30', 'subscriber.wrote'),
      event('чт 09:45', 'agent.answered'),
      event('чт 10:00', 'subscriber.wrote'),
      event('чт 11:00', 'subscriber.wrote'),
      event('чт 13:00', 'agent.answered'),
      event('чт 14:00', 'subscriber.wrote'),
    ];
    expect(clock(events, 'чт 15:00', 'firstResponse')).toMatchObject({ state: 'met', spentMs: hours(0.75) });
    expect(clocks(events, 'чт 15:00', 'nextResponse')).toMatchObject([
      { state: 'breached', isOpen: false, spentMs: hours(3), dueAt: at('чт 12:00') },
      { state: 'running', isOpen: true, dueAt: at('чт 16:00') },
    ]);
  });

  test('an unanswered open case past its due moment is late, whatever its state', () => {
    const events = [opened('чт 09:00'), event('чт 12:00', 'waiting.began')];
    expect(clock(events, 'вт 12:00', 'firstResponse')).toMatchObject({
      state: 'breached',
      isOpen: true,
      pausedReason: 'waiting-for-subscriber',
    });
  });

  test.each([
    ['run', { state: 'running', dueAt: at('пт 18:00') }],
    ['pause', { state: 'paused', pausedReason: 'incident', dueAt: null, leftMs: hours(7) }],
    ['exclude', { state: 'none', noClock: 'incident', dueAt: null }],
  ] as const)('an incident with the treatment %s', (treatment, expected) => {
    const joined: ClockEvent[] = [
      opened('пт 10:00'),
      { at: at('пт 11:00'), type: 'incident.joined', treatment },
    ];
    expect(clock(joined, 'пт 13:00')).toMatchObject(expected);
    const left = clock([...joined, event('пт 13:00', 'incident.left')], 'пт 14:00');
    expect(left).toMatchObject({ state: 'running', spentMs: hours(treatment === 'run' ? 4 : 2) });
  });
});

describe('no clock is an answer', () => {
  const empty = { ...terms, rules: [] };

  test.each([
    ['no contract', null, {}, 'no-contract'],
    ['a contract with no targets', { terms: empty }, {}, 'no-target'],
    ['what the contract excludes', { terms }, { kind: 'personal-data' }, 'excluded'],
  ])('%s', (_what, contract, more, noClock) => {
    const { targets } = evaluateClock([opened('пт 10:00', more)], contract, calendars, at('пн 10:00'));
    expect(targets).toMatchObject([
      { target: 'firstResponse', state: 'none', noClock, isOpen: false, dueAt: null },
      { target: 'resolution', state: 'none', noClock, isOpen: false, dueAt: null },
    ]);
  });

  test('one target may be missing', () => {
    const events = [opened('пт 10:00', { kind: 'fault' }), carrier('пт 10:00', 'carrier.began')];
    const rules = terms.rules.filter(({ id }) => id === 'fault');
    const { targets } = evaluateClock(events, { terms: { ...terms, rules } }, calendars, at('сб 11:00'));
    expect(targets.map(({ target, state, noClock }) => [target, state, noClock])).toEqual([
      ['firstResponse', 'breached', null],
      ['resolution', 'breached', null],
      ['carrier', 'none', 'no-target'],
    ]);
  });

  test('a case that was not opened yet has none', () => {
    expect(evaluateClock([opened('пт 10:00')], { terms }, calendars, at('пт 09:00')).targets).toEqual([]);
  });
});

test('the ledger tells every stretch, why, and by which rule', () => {
  const events = [
    opened('чт 16:00'),
    event('чт 17:00', 'waiting.began'),
    event('пт 08:00', 'subscriber.wrote'),
    carrier('пт 10:00', 'carrier.began'),
    event('пт 11:00', 'solved'),
    event('пт 12:00', 'reopened'),
  ];
  const { segments = [] } = clock(events, 'пт 13:00') ?? {};
  const rule = expect.objectContaining({ ruleId: 'all', calendarId: 'day' });
  expect(segments).toEqual([
    { from: at('чт 16:00'), to: at('чт 17:00'), state: 'running', reason: 'at-work', rule },
    { from: at('чт 17:00'), to: at('пт 08:00'), state: 'paused', reason: 'waiting-for-subscriber', rule },
    { from: at('пт 08:00'), to: at('пт 09:00'), state: 'paused', reason: 'outside-hours', rule },
    { from: at('пт 09:00'), to: at('пт 10:00'), state: 'running', reason: 'at-work', rule },
    { from: at('пт 10:00'), to: at('пт 11:00'), state: 'running', reason: 'at-carrier', rule },
    { from: at('пт 11:00'), to: at('пт 12:00'), state: 'paused', reason: 'solved', rule },
    { from: at('пт 12:00'), to: at('пт 13:00'), state: 'running', reason: 'at-carrier', rule },
  ]);
});

test('a calendar that is missing is named', () => {
  expect(() => evaluateClock([opened('пт 10:00')], { terms }, new Map(), at('пт 11:00'))).toThrow('"day"');
});
