import type { AskedContact, ContactFacts, ContactRules } from '#app/features/outreach/contact-facts.ts';
import type { MadeContact } from '#app/features/outreach/decide-contact.ts';
import { articleZones, dayOf, wallClockOf } from './contact-wall-clocks.ts';

export type History = {
  rules: ContactRules | null;
  facts: ContactFacts;
  earlier: MadeContact[];
  asked: AskedContact;
};

const minute = 60_000;
const phone: string[] = ['call', 'robot'];
const written: string[] = ['email', 'sms', 'messenger'];
type Period = 'day' | 'week' | 'month';

/**
 * The articles once more, each as a question about one instant, without any search: 230-FZ art. 4, 5, 7 and 8,
 * 126-FZ art. 44.1 and 45, 38-FZ art. 18. Returns who tells every rule that is broken at an instant; bars, consents
 * and papers are those of the moment that was asked about.
 */
export function readArticles({ rules, facts, earlier, asked }: History): (at: number) => string[] {
  if (asked.purpose === 'answer' || asked.purpose === 'access') return () => [];
  const lasting = [
    ...brokenByMode(rules, facts, asked),
    ...brokenByLabel(rules, asked),
    ...brokenByConsent(facts, asked),
  ];
  if (lasting.length > 0 || facts.kind === 'company') return () => lasting;
  const isOutOfHours = readHours(rules, facts, asked);
  const caps = asked.purpose === 'collection' ? readCaps(rules, facts, earlier, asked) : [];
  return (at) => {
    const broken: string[] = [];
    if (asked.purpose === 'collection') broken.push(...brokenByBars(facts, asked, at));
    for (const { name, isFull } of caps) if (isFull(at)) broken.push(name);
    if (isOutOfHours(at)) broken.push('hours');
    return broken;
  };
}

function brokenByMode(rules: ContactRules | null, facts: ContactFacts, asked: AskedContact): string[] {
  if (asked.purpose !== 'collection' || facts.kind === 'company' || asked.channel === 'cabinet') return [];
  if (rules === null || rules.mode === 'neither') return ['mode'];
  return rules.mode === 'registered' && !rules.registerNumber ? ['mode'] : [];
}

function brokenByLabel(rules: ContactRules | null, { channel }: AskedContact): string[] {
  if (!phone.includes(channel)) return [];
  const label = Array.from(rules?.callLabel ?? '');
  return label.length >= 1 && label.length < 33 ? [] : ['call-label'];
}

function brokenByConsent({ consents }: ContactFacts, asked: AskedContact): string[] {
  const holds = (channels: (string | null)[]) =>
    consents.some((consent) => {
      if (consent.purpose !== asked.purpose || !channels.includes(consent.channel)) return false;
      const isOver = consent.withdrawnAt !== null && consent.withdrawnAt.getTime() <= asked.at.getTime();
      return consent.givenAt.getTime() <= asked.at.getTime() && !isOver;
    });
  if (asked.channel === 'robot') return holds(['robot']) ? [] : ['robot-consent'];
  if (asked.purpose !== 'advertising') return [];
  return holds([null, asked.channel]) ? [] : ['consent'];
}

function brokenByBars({ bars }: ContactFacts, asked: AskedContact, at: number): string[] {
  if (asked.channel === 'cabinet') return [];
  const broken: string[] = [];
  for (const { kind, from, until } of bars) {
    if (from.getTime() > asked.at.getTime()) continue;
    if (until === null || until.getTime() > at) broken.push(`bar-${kind}`);
  }
  return broken;
}

type Cap = { name: string; isFull(at: number): boolean };

function readCaps(
  rules: ContactRules | null,
  facts: ContactFacts,
  earlier: readonly MadeContact[],
  asked: AskedContact,
): Cap[] {
  if (!rules) return [];
  const { calls, messages, meetings } = rules.limits;
  const groups: [string, string[], Partial<Record<Period, number>>][] = [
    ['calls', phone, calls],
    ['messages', written, messages],
    ['meetings', ['meeting'], meetings],
  ];
  return groups.flatMap(([group, channels, caps]) => {
    if (!channels.includes(asked.channel)) return [];
    const own = earlier.filter((one) => one.purpose === 'collection' && channels.includes(one.channel));
    const made = own.map((one) => one.at.getTime());
    return (['month', 'week', 'day'] as const).flatMap((period) => {
      const cap = caps[period];
      return cap === undefined ? [] : [readCap(`${group}-${period}`, period, cap, made, facts)];
    });
  });
}

/** Full when so many fall into the period that `at` ends, rolling or by a calendar; what is said to be later does too. */
function readCap(
  name: string,
  period: Period,
  cap: number,
  made: readonly number[],
  facts: ContactFacts,
): Cap {
  const rollingMs = { day: 24, week: 7 * 24, month: 31 * 24 }[period] * 60 * minute;
  const calendars = zonesOf(facts).map((zone) => {
    const { dayAt } = wallClockOf(zone);
    const numbers = made.map((one) => numberOf(period, dayAt(one)));
    return (at: number) => {
      const now = numberOf(period, dayAt(at));
      return countWhere(numbers, (number) => number >= now);
    };
  });
  const isFull = (at: number) =>
    countWhere(made, (one) => at - one < rollingMs) >= cap || calendars.some((count) => count(at) >= cap);
  return { name, isFull };
}

/** Days and weeks from Monday counted from 1970, months from the year nought. */
function numberOf(period: Period, day: number): number {
  if (period === 'day') return day;
  return period === 'week' ? Math.floor((day + 3) / 7) : dayOf(day).month;
}

function countWhere(values: readonly number[], is: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (is(value)) count += 1;
  return count;
}

const lawful = { workingDays: { from: '08:00', to: '22:00' }, daysOff: { from: '09:00', to: '20:00' } };

function readHours(
  rules: ContactRules | null,
  facts: ContactFacts,
  asked: AskedContact,
): (at: number) => boolean {
  const isSpoken = [...phone, ...written, 'meeting'].includes(asked.channel);
  if (!isSpoken || (asked.purpose !== 'collection' && asked.channel === 'email')) return () => false;
  const { workingDays, daysOff, alsoOff } = rules?.limits ?? { ...lawful, alsoOff: [] as string[] };
  const [plain, free] = [workingDays, daysOff].map(({ from, to }) => ({ from: read(from), to: read(to) }));
  const clocks = zonesOf(facts).map(wallClockOf);
  return (at) =>
    clocks.some(({ clockAt, dayAt }) => {
      const { date, isFree } = dayOf(dayAt(at));
      const within = isFree || alsoOff.includes(date) ? free : plain;
      const clock = clockAt(at);
      return !within || clock < within.from || clock >= within.to;
    });
}

function read(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function zonesOf({ timeZone }: ContactFacts): readonly string[] {
  return timeZone === null ? articleZones : [timeZone];
}
