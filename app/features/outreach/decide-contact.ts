import { type CapRule, capsOf, groupOf } from './contact-caps.ts';
import type { AskedContact, ContactFacts, ContactRules } from './contact-facts.ts';
import { isWithinHours, nextWithinHours } from './contact-hours.ts';
import { lawfulLimits } from './contact-sources.ts';
import { type BarKind, isAskedFor, type OutreachChannel, type OutreachPurpose } from './outreach.ts';
import { russianZones } from './russian-zones.ts';

export type ContactRule =
  | 'mode'
  | `bar-${BarKind}`
  | 'call-label'
  | 'consent'
  | 'robot-consent'
  | 'hours'
  | CapRule;

/** `until`: the first instant at which hours, caps and the end of a bar allow it; `null`: not by itself. */
export type ContactDecision = { allowed: true } | { allowed: false; rule: ContactRule; until: Date | null };

/** Counted are the contacts about overdue debt; see groupOf for which count together. */
export type MadeContact = { purpose: OutreachPurpose; channel: OutreachChannel; at: Date };

/** A label may be so long (126-FZ, art. 45 part 9.1). */
export const longestCallLabel = 32;
const dialled: readonly OutreachChannel[] = ['call', 'robot'];
/** Whoever is contacted by these hears or sees it at once, and they are quiet at night whatever is said. */
const loud: readonly OutreachChannel[] = ['call', 'robot', 'sms', 'messenger', 'meeting'];

/**
 * Whether a subscriber may be contacted now: the one rule in front of every contact. What he asked for himself is
 * always answered; debts of companies are outside of 230-FZ. Where several rules refuse, the one named is the
 * hardest to wait for.
 * `earlier`: what was let through, of at least the last 33 days, and whatever is said to be later than now.
 */
export function decideContact(
  rules: ContactRules | null,
  facts: ContactFacts,
  earlier: readonly MadeContact[],
  asked: AskedContact,
): ContactDecision {
  if (isAskedFor(asked.purpose)) return { allowed: true };
  const lasting = lastingRule(rules, facts, asked);
  if (lasting) return { allowed: false, rule: lasting, until: null };
  if (facts.kind === 'company') return { allowed: true };
  return decideTime(rules?.limits ?? lawfulLimits, facts, earlier, asked);
}

/** What time alone does not change. */
function lastingRule(
  rules: ContactRules | null,
  facts: ContactFacts,
  { purpose, channel, at }: AskedContact,
): ContactRule | null {
  const isLawsCollection = purpose === 'collection' && facts.kind === 'person';
  if (isLawsCollection && channel !== 'cabinet' && !mayCollect(rules)) return 'mode';
  if (dialled.includes(channel) && !isLabelled(rules)) return 'call-label';
  const given = facts.consents.filter(
    ({ givenAt, withdrawnAt, ...to }) =>
      to.purpose === purpose && givenAt <= at && (!withdrawnAt || at < withdrawnAt),
  );
  if (channel === 'robot') return given.some((to) => to.channel === 'robot') ? null : 'robot-consent';
  const isAgreed = given.some((to) => to.channel === null || to.channel === channel);
  return purpose === 'advertising' && !isAgreed ? 'consent' : null;
}

function mayCollect(rules: ContactRules | null): boolean {
  return rules?.mode === 'creditor' || (rules?.mode === 'registered' && Boolean(rules.registerNumber));
}

function isLabelled(rules: ContactRules | null): boolean {
  const length = [...(rules?.callLabel ?? '')].length;
  return length > 0 && length <= longestCallLabel;
}

type Timed = { rule: ContactRule; from: number };

function decideTime(
  limits: ContactRules['limits'],
  facts: ContactFacts,
  earlier: readonly MadeContact[],
  asked: AskedContact,
): ContactDecision {
  const { purpose, channel } = asked;
  const at = asked.at.getTime();
  const zones = facts.timeZone ? [facts.timeZone] : russianZones;
  const isCollection = purpose === 'collection';
  const group = groupOf(channel);
  const counted = earlier.filter((made) => made.purpose === 'collection' && groupOf(made.channel) === group);
  const times = counted.map((made) => made.at.getTime());
  const timed: Timed[] = isCollection
    ? [...barsOf(facts, asked), ...capsOf(limits, channel, times, zones)]
    : [];
  const binding = timed.find(({ from }) => from > at);
  const isQuiet = isCollection ? group !== null : loud.includes(channel);
  const isAwake = !isQuiet || zones.every((zone) => isWithinHours(limits, at, zone));
  if (!binding && isAwake) return { allowed: true };
  const from = Math.max(at, ...timed.map((one) => one.from));
  const until = isQuiet && from < Number.POSITIVE_INFINITY ? nextWithinHours(limits, from, zones) : from;
  const isSome = until !== null && until < Number.POSITIVE_INFINITY;
  return { allowed: false, rule: binding?.rule ?? 'hours', until: isSome ? new Date(until) : null };
}

/** The papers that forbid it now, and when each ends; a debtor's own cabinet shows him everything. */
function barsOf({ bars }: ContactFacts, { channel, at }: AskedContact): Timed[] {
  if (channel === 'cabinet') return [];
  const inForce = bars.filter(({ from, until }) => from <= at && (!until || at < until));
  return inForce.map(({ kind, until }) => ({
    rule: `bar-${kind}` as const,
    from: until?.getTime() ?? Number.POSITIVE_INFINITY,
  }));
}
