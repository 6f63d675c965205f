import { caseKinds, priorities } from '#app/features/case/case.ts';
import { channels } from '#app/features/contact/contact.ts';
import { aroundTheClock, type Period } from '#app/features/sla/calendar.ts';
import { type Calendars, type ClockEvent, evaluateClock } from '#app/features/sla/clock.ts';
import type { ContractTerms } from '#app/features/sla/contract.ts';
import { openHours } from '#app/features/sla/open-hours.ts';
import { createDraws, type Draws } from '#seeds/draws.ts';
import type { BenchContext, Measured } from './bench.ts';
import { median, rounded } from './statistics.ts';

const count = 100_000;
const rounds = 5;
const minute = 60_000;
const now = Date.parse('2026-11-20T12:00:00Z');

/**
 * Every clock with its whole ledger, of 100,000 cases of the last ten days: first response, next response,
 * resolution, and the parts of two requests at their carrier. Processor time of one thread, as others use this
 * machine, too; the first round is cold.
 */
export async function sla({ say }: BenchContext): Promise<Measured> {
  const draws = createDraws(11);
  const cases = Array.from({ length: count }, () => makeCase(draws));
  const calendars = makeCalendars();
  const took: number[] = [];
  let clocks = 0;
  let segments = 0;
  for (let round = 1; round <= rounds; round++) {
    const before = process.threadCpuUsage();
    const counted = evaluateAll(cases, calendars);
    const { user, system } = process.threadCpuUsage(before);
    took.push((user + system) / 1000);
    ({ clocks, segments } = counted);
    say(`Round ${round}: ${rounded(took.at(-1) ?? 0)} ms.`);
  }
  const worstCpuMs = rounded(Math.max(...took));
  return {
    figures: { cases: count, clocks, segments, medianCpuMs: rounded(median(took)), worstCpuMs },
    limited: { worstCpuMs, clocksACase: clocks / count },
  };
}

function evaluateAll(cases: readonly ClockEvent[][], calendars: Calendars) {
  let clocks = 0;
  let segments = 0;
  for (const events of cases) {
    const { targets } = evaluateClock(events, { terms }, calendars, now);
    clocks += targets.length;
    for (const target of targets) segments += target.segments.length;
  }
  return { clocks, segments };
}

const all = { channels: [], kinds: [], priorities: [], segments: [] };
const minutes = { firstResponse: 60, nextResponse: 120, resolution: 1440, carrier: 1440 };
const terms: ContractTerms = {
  rules: [
    { id: 'vip', match: { ...all, segments: ['company'] }, calendarId: 'always', minutes },
    { id: 'urgent', match: { ...all, priorities: ['urgent', 'high'] }, calendarId: 'nights', minutes },
    { id: 'all', match: all, calendarId: 'office', minutes },
  ],
  exclusions: [],
  warnAt: [0.75],
  escalations: [],
  graceMinutes: 60,
};

function makeCalendars(): Calendars {
  const none: Period[] = [];
  const office = [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ];
  const night = [{ from: '20:00', to: '08:00' }];
  const weeks = {
    office: [office, office, office, office, office, none, none],
    nights: [night, night, night, night, night, night, night],
    always: aroundTheClock,
  };
  const hours = (week: Period[][]) => ({ timeZone: 'Europe/Moscow', week, specialDays: [] });
  return new Map(
    Object.entries(weeks).map(([id, week]) => [
      id,
      openHours([{ effectiveFrom: '2020-01-01', hours: hours(week) }]),
    ]),
  );
}

/** Ten or eleven events; one case in three is solved, the others are open. */
function makeCase(draws: Draws): ClockEvent[] {
  let at = now - draws.int(1000, 10 * 1440) * minute;
  const later = (most: number) => {
    at = Math.min(now, at + draws.int(1, most) * minute);
    return at;
  };
  const events: ClockEvent[] = [
    {
      at,
      type: 'opened',
      channel: draws.pick(channels),
      kind: draws.pick(caseKinds),
      priority: draws.pick(priorities),
      segment: draws.chance(0.1) ? 'company' : null,
    },
    { at: later(90), type: 'agent.answered' },
    { at: later(120), type: 'carrier.began', requestId: 'first' },
    { at: later(30), type: 'carrier.began', requestId: 'second' },
    { at: later(300), type: 'subscriber.wrote' },
    { at: later(150), type: 'agent.answered' },
    { at: later(60), type: 'waiting.began' },
    { at: later(900), type: 'waiting.ended' },
    { at: later(30), type: 'priority.changed', priority: draws.pick(priorities) },
    { at: later(600), type: 'carrier.ended', requestId: 'first' },
  ];
  return draws.chance(0.33) ? [...events, { at: later(60), type: 'solved' }] : events;
}
