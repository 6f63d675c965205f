import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundTheClock, type Period } from './calendar.ts';
import { type Calendars, type ClockEvent, evaluateClock, type TargetClock } from './clock.ts';
import type { ContractTerms } from './contract.ts';
import { openHours } from './open-hours.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const none: Period[] = [];
const shifts = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:30' },
];
const night = [{ from: '20:00', to: '08:00' }];
const weeks = {
  office: [shifts, shifts, shifts, shifts, shifts, none, none],
  nights: [night, night, night, night, night, night, night],
  always: aroundTheClock,
};
const zones = ['Europe/Moscow', 'Asia/Kamchatka', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
const specialDays = ['2026-12-31', '2027-01-01', '2027-01-04'].map((date) => ({
  date,
  name: 'x',
  periods: none,
}));
const compiled = new Map<string, Calendars>(
  zones.map((timeZone) => [
    timeZone,
    new Map(
      Object.entries(weeks).map(([id, week]) => [
        id,
        openHours([{ effectiveFrom: '2020-01-01', hours: { timeZone, week, specialDays } }]),
      ]),
    ),
  ]),
);

const all = { channels: [], kinds: [], priorities: [], segments: [] };
function termsOf(
  calendarId: string,
  resolution: number,
  urgent: number,
  graceMinutes: number,
): ContractTerms {
  const minutes = { firstResponse: 30, nextResponse: 60, resolution, carrier: 600 };
  const priorities = ['urgent' as const];
  return {
    rules: [
      {
        id: 'urgent',
        match: { ...all, priorities },
        calendarId,
        minutes: { ...minutes, resolution: urgent },
      },
      { id: 'all', match: all, calendarId, minutes },
    ],
    exclusions: [],
    warnAt: [],
    escalations: [],
    graceMinutes,
  };
}

const setting = fc.record({
  calendars: fc.constantFrom(...zones).map((zone) => compiled.get(zone) ?? new Map()),
  terms: fc
    .tuple(
      fc.constantFrom('office', 'nights', 'always'),
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.nat(300),
    )
    .map(([calendar, resolution, urgent, grace]) => termsOf(calendar, resolution, urgent, grace)),
});
type Setting = { calendars: Calendars; terms: ContractTerms };
/** Ordinary days, the end of the year, and the days on which the clocks of Berlin, New York and Lord Howe change. */
const begin = fc.oneof(
  ...[
    ['2026-02-01', 20],
    ['2026-12-29', 4],
    ['2026-03-06', 4],
    ['2026-03-27', 4],
    ['2026-10-23', 12],
  ].map(([date, days]) =>
    fc
      .integer({ min: 0, max: Number(days) * 24 * 60 })
      .map((minutes) => Date.parse(`${date}T00:00:00Z`) + minutes * minute),
  ),
);
const gap = fc.integer({ min: 0, max: 3 * 24 * 60 }).map((minutes) => minutes * minute);

const opened = (at: number): ClockEvent => ({
  at,
  type: 'opened',
  channel: 'email',
  kind: 'question',
  priority: 'normal',
  segment: null,
});

function resolution({ calendars, terms }: Setting, events: ClockEvent[], now: number): TargetClock {
  const { targets } = evaluateClock(events, { terms }, calendars, now);
  const clock = targets.find(({ target }) => target === 'resolution');
  if (!clock) throw new Error('The case was not opened.');
  return clock;
}

const hoursOf = ({ calendars, terms }: Setting) => {
  const hours = calendars.get(terms.rules[0]?.calendarId ?? '');
  if (!hours) throw new Error('No calendar.');
  return hours;
};
const due = (clock: TargetClock) => clock.dueAt ?? Number.NaN;

test('who writes later is not due earlier', () => {
  fc.assert(
    fc.property(setting, begin, gap, (given, from, later) => {
      const [one, two] = [from, from + later].map((at) => due(resolution(given, [opened(at)], at)));
      expect(two).toBeGreaterThanOrEqual(one ?? Number.NaN);
    }),
  );
});

test('the moment does not depend on when one looks, and what is left and spent add up', () => {
  fc.assert(
    fc.property(setting, begin, gap, (given, from, later) => {
      const clock = resolution(given, [opened(from)], from + later);
      expect(clock.dueAt).toBe(resolution(given, [opened(from)], from).dueAt);
      expect(clock.spentMs + clock.leftMs).toBe(clock.targetMs);
      const ran = clock.segments.filter(({ state }) => state === 'running');
      expect(ran.reduce((ms, { from: a, to }) => ms + to - a, 0)).toBe(clock.spentMs);
    }),
  );
});

test('nothing falls due outside the hours', () => {
  fc.assert(
    fc.property(setting, begin, (given, from) => {
      const moment = due(resolution(given, [opened(from)], from));
      expect(hoursOf(given).openMs(moment - 1, moment)).toBe(1);
    }),
  );
});

test('a pause moves the moment by the open time it took', () => {
  fc.assert(
    fc.property(setting, begin, gap, gap, (given, from, worked, paused) => {
      const until = from + worked + paused;
      const events: ClockEvent[] = [
        opened(from),
        { at: from + worked, type: 'waiting.began' },
        { at: until, type: 'subscriber.wrote' },
      ];
      const without = resolution(given, [opened(from)], from + worked);
      fc.pre(without.state !== 'breached');
      const hours = hoursOf(given);
      const shifted = hours.dueAt(from, without.targetMs + hours.openMs(from + worked, until));
      // With nothing left at all both moments stand at the beginning of the pause.
      fc.pre(without.leftMs > 0);
      expect(resolution(given, events, until).dueAt).toBe(shifted);
    }),
  );
});

test('a new priority keeps what was spent: the moment is that of its own target', () => {
  fc.assert(
    fc.property(setting, begin, gap, (given, from, worked) => {
      const at = from + worked;
      const changed = resolution(
        given,
        [opened(from), { at, type: 'priority.changed', priority: 'urgent' }],
        at,
      );
      const [urgent] = given.terms.rules;
      expect(changed.targetMs).toBe((urgent?.minutes.resolution ?? 0) * minute);
      expect(changed.spentMs).toBe(hoursOf(given).openMs(from, at));
      expect(changed.dueAt).toBe(hoursOf(given).dueAt(from, changed.targetMs));
    }),
  );
});

test('a new contract measures an open case from its beginning', () => {
  fc.assert(
    fc.property(setting, setting, begin, gap, (given, other, from, worked) => {
      const changed = { calendars: given.calendars, terms: other.terms };
      const clock = resolution(changed, [opened(from)], from + worked);
      expect(clock.dueAt).toBe(hoursOf(changed).dueAt(from, clock.targetMs));
    }),
  );
});

test('re-opened in time, a case goes on and has at least the grace; re-opened late, it is late', () => {
  fc.assert(
    fc.property(setting, begin, gap, gap, (given, from, worked, closed) => {
      const solvedAt = from + worked;
      const at = solvedAt + closed;
      const before = resolution(given, [opened(from)], solvedAt);
      const events: ClockEvent[] = [opened(from), { at: solvedAt, type: 'solved' }, { at, type: 'reopened' }];
      const clock = resolution(given, events, at);
      expect(clock.spentMs).toBe(before.spentMs);
      if (before.state === 'breached') {
        expect(clock).toMatchObject({ state: 'breached', dueAt: before.dueAt });
      } else {
        const least = given.terms.graceMinutes * minute;
        expect(clock.leftMs).toBe(Math.max(before.leftMs, least));
        fc.pre(clock.leftMs > 0);
        expect(clock.dueAt).toBe(hoursOf(given).dueAt(at, clock.leftMs));
      }
    }),
  );
});

const someEvents = fc.array(
  fc.tuple(
    gap,
    fc.constantFrom<ClockEvent>(
      { at: 0, type: 'subscriber.wrote' },
      { at: 0, type: 'agent.answered' },
      { at: 0, type: 'waiting.began' },
      { at: 0, type: 'waiting.ended' },
      { at: 0, type: 'carrier.began', requestId: 'a' },
      { at: 0, type: 'carrier.ended', requestId: 'a' },
      { at: 0, type: 'priority.changed', priority: 'urgent' },
      { at: 0, type: 'priority.changed', priority: 'low' },
      { at: 0, type: 'solved' },
      { at: 0, type: 'reopened' },
      { at: 0, type: 'incident.joined', treatment: 'pause' },
      { at: 0, type: 'incident.left' },
    ),
  ),
  { maxLength: 20 },
);

test('whatever happens in whatever order: the ledger has no gap, no overlap, and is what was spent', () => {
  fc.assert(
    fc.property(setting, begin, someEvents, gap, (given, from, drawn, later) => {
      const events = [opened(from)];
      let at = from;
      for (const [wait, event] of drawn) {
        at += wait;
        events.push({ ...event, at });
      }
      const { targets } = evaluateClock(events, { terms: given.terms }, given.calendars, at + later + day);
      for (const { target, segments, spentMs, targetMs, leftMs, startedAt, endedAt } of targets) {
        const [first] = segments;
        if (first) expect(first.from).toBe(startedAt);
        segments.slice(1).forEach(({ from: begins }, index) => {
          // A request that went to the carrier twice was not there in between.
          const ended = segments[index]?.to ?? 0;
          if (target === 'carrier') expect(begins).toBeGreaterThanOrEqual(ended);
          else expect(begins).toBe(ended);
        });
        const ran = segments.filter(({ state }) => state === 'running');
        expect(ran.reduce((ms, { from: a, to }) => ms + to - a, 0)).toBe(spentMs);
        expect(segments.at(-1)?.to ?? endedAt ?? at + later + day).toBe(endedAt ?? at + later + day);
        expect(leftMs).toBe(targetMs - spentMs);
      }
    }),
  );
});
