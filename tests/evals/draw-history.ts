import type { ContactLimits } from '#app/features/outreach/contact-limits.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { barKinds, outreachChannels, outreachPurposes } from '#app/features/outreach/outreach.ts';
import type { Draws } from '#seeds/draws.ts';
import type { History } from './contact-articles.ts';
import { articleZones } from './contact-wall-clocks.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const zones = [...articleZones, 'Europe/Volgograd', 'Europe/Saratov', 'Asia/Novosibirsk', 'Asia/Sakhalin'];

/** Days on which rules of time have gone wrong before: ends of months and years, leap days, changes of the clocks. */
const oddDays = [
  '2014-10-25T00:00:00Z',
  '2016-02-29T00:00:00Z',
  '2016-04-24T00:00:00Z',
  '2018-10-28T00:00:00Z',
  '2020-12-27T00:00:00Z',
  '2024-02-29T00:00:00Z',
  '2025-12-31T00:00:00Z',
  '2026-03-31T00:00:00Z',
  '2026-05-09T00:00:00Z',
  '2028-02-28T00:00:00Z',
].map((text) => Date.parse(text));

/** One random history of a subscriber, in whole minutes; crowded about the borders of the rules. */
export function drawHistory(draws: Draws): History {
  const at = drawMoment(draws);
  const purpose = draws.chance(0.75) ? 'collection' : draws.pick(outreachPurposes);
  const channel = draws.chance(0.8)
    ? draws.pick(['sms', 'call', 'robot', 'email'] as const)
    : draws.pick(outreachChannels);
  return {
    rules: draws.chance(0.03) ? null : drawRules(draws),
    facts: drawFacts(draws, at),
    earlier: Array.from({ length: draws.chance(0.1) ? 0 : draws.int(1, 24) }, () => ({
      purpose: draws.chance(0.85) ? ('collection' as const) : draws.pick(outreachPurposes),
      channel: draws.chance(0.6) ? channel : draws.pick(outreachChannels),
      at: new Date(at - drawAgo(draws)),
    })),
    asked: { purpose, channel, at: new Date(at) },
  };
}

function drawMoment(draws: Draws): number {
  const day = draws.chance(0.4)
    ? draws.pick(oddDays) + draws.int(-1, 2) * dayMs
    : Date.parse('2015-01-01T00:00:00Z') + draws.int(0, 5800) * dayMs;
  const nearHour = draws.int(0, 23) * hourMs + draws.int(-2, 2) * minuteMs;
  return day + (draws.chance(0.5) ? nearHour : draws.int(0, 1439) * minuteMs);
}

/** A negative one is later than now: of a clock that was set back. */
function drawAgo(draws: Draws): number {
  const span = draws.pick([1, 1, 7, 7, 31]);
  if (draws.chance(0.2)) return span * dayMs + draws.int(-2, 2) * minuteMs;
  if (draws.chance(0.03)) return -draws.int(1, 3 * 1440) * minuteMs;
  return draws.int(0, Math.round(span * 1.2 * 1440)) * minuteMs;
}

function drawRules(draws: Draws): History['rules'] {
  return {
    mode: draws.chance(0.85) ? 'creditor' : draws.pick(['registered', 'neither'] as const),
    registerNumber: draws.chance(0.5) ? '1/22/77000' : null,
    creditorName: 'Волна',
    creditorPhone: '+74951234567',
    callLabel: draws.chance(0.9) ? 'я'.repeat(draws.int(31, 33)).slice(0, draws.pick([32, 32, 33])) : null,
    limits: draws.chance(0.6) ? lawfulLimits : drawLimits(draws),
  };
}

function drawLimits(draws: Draws): ContactLimits {
  const halfHours = (from: number, to: number) => {
    const half = draws.int(from * 2, to * 2 - 1);
    return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
  };
  const hours = () => ({ from: halfHours(0, 11), to: halfHours(11, 24) });
  const caps = () => ({ day: draws.int(0, 3), week: draws.int(1, 6), month: draws.int(1, 16) });
  return {
    workingDays: hours(),
    daysOff: hours(),
    alsoOff: draws.chance(0.3) ? ['2025-12-31', '2026-03-30', '2028-02-29'] : [],
    calls: caps(),
    messages: caps(),
    meetings: { week: draws.int(0, 2) },
  };
}

function drawFacts(draws: Draws, at: number): History['facts'] {
  const near = () => new Date(at + draws.int(-3, 3) * draws.pick([minuteMs, hourMs, 10 * dayMs]));
  const many = (probability: number) => (draws.chance(probability) ? draws.int(1, 2) : 0);
  return {
    kind: draws.chance(0.93) ? 'person' : 'company',
    timeZone: draws.chance(0.3) ? null : draws.pick(zones),
    bars: Array.from({ length: many(0.12) }, () => ({
      kind: draws.pick(barKinds),
      from: near(),
      until: draws.chance(0.6) ? near() : null,
    })),
    consents: Array.from({ length: many(0.5) }, () => ({
      purpose: draws.chance(0.6) ? ('collection' as const) : draws.pick(outreachPurposes),
      channel: draws.pick(['robot', 'robot', null, 'sms'] as const),
      givenAt: draws.chance(0.8) ? new Date(at - dayMs) : near(),
      withdrawnAt: draws.chance(0.2) ? near() : null,
    })),
  };
}
