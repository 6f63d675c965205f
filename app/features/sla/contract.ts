import { z } from 'zod';
import { roles } from '#app/features/access/role.ts';
import { type CaseKind, caseKinds, type Priority, priorities } from '#app/features/case/case.ts';
import { type Channel, channels } from '#app/features/contact/contact.ts';

/** What is promised. `carrier` is the carrier's own part, charged apart. */
export const targets = ['firstResponse', 'nextResponse', 'resolution', 'carrier'] as const;
export type Target = (typeof targets)[number];

/** What a subscriber is to the client company; a case of nobody that is known has none. */
export const segments = ['person', 'company'] as const;
export type Segment = (typeof segments)[number];

/** What a rule looks at. */
export type Subject = { channel: Channel; kind: CaseKind; priority: Priority; segment: Segment | null };

/** Which cases a rule is for. An empty list leaves that side open. */
const Match = z.strictObject({
  channels: z.array(z.enum(channels)),
  kinds: z.array(z.enum(caseKinds)),
  priorities: z.array(z.enum(priorities)),
  segments: z.array(z.enum(segments)),
});
type Match = z.infer<typeof Match>;

/** Open time of the rule's calendar, in minutes; `null`: this rule promises nothing here, look further down. */
const Minutes = z
  .int({ error: 'minutes' })
  .min(1, { error: 'minutes' })
  .max(527_040, { error: 'minutes' })
  .nullable();
export const ContractRule = z.strictObject({
  id: z.string().min(1).max(40),
  match: Match,
  calendarId: z.string().min(1),
  minutes: z.strictObject({
    firstResponse: Minutes,
    nextResponse: Minutes,
    resolution: Minutes,
    carrier: Minutes,
  } satisfies Record<Target, typeof Minutes>),
});
export type ContractRule = z.infer<typeof ContractRule>;

/** A share of the target, 1 is all of it. */
const Share = z.number({ error: 'share' }).gt(0, { error: 'share' }).max(5, { error: 'share' });
const Escalation = z.strictObject({
  level: z.int().min(1).max(9),
  atShare: Share,
  to: z.enum(roles),
  /** Only those whose shift it is; with nobody on shift, everybody of that role. */
  onShift: z.boolean(),
});

export const ContractTerms = z.strictObject({
  /** Read from the top; for each target the first that fits and promises something. */
  rules: z.array(ContractRule).max(200),
  /** Cases without any clock, and why: it is shown. */
  exclusions: z.array(z.strictObject({ match: Match, reason: z.string().trim().min(1).max(200) })).max(50),
  warnAt: z.array(Share).max(5),
  escalations: z.array(Escalation).max(20),
  /** The least open time that a re-opened case gets before it can be late. */
  graceMinutes: z.int({ error: 'minutes' }).min(0, { error: 'minutes' }).max(10_080, { error: 'minutes' }),
});
export type ContractTerms = z.infer<typeof ContractTerms>;

/** `appliesTo`: cases opened from then on, or those open at that moment, too. */
export type ContractVersion = {
  id: string;
  effectiveFrom: Date;
  appliesTo: 'new' | 'open';
  terms: ContractTerms;
};

/** What is promised for one target of one case. */
export type Promised = { ruleId: string; calendarId: string; targetMs: number };
export type Promises = { excluded: string | null } & Record<Target, Promised | null>;

const minuteMs = 60_000;
const remembered = new WeakMap<ContractTerms, Map<string, Promises>>();

/** What the contract promises for such a case: nothing at all is an answer, too. */
export function promisesFor(terms: ContractTerms, subject: Subject): Promises {
  const known = remembered.get(terms) ?? new Map<string, Promises>();
  remembered.set(terms, known);
  const key = `${subject.channel} ${subject.kind} ${subject.priority} ${subject.segment ?? ''}`;
  const promises = known.get(key) ?? findPromises(terms, subject);
  known.set(key, promises);
  return promises;
}

function findPromises({ rules, exclusions }: ContractTerms, subject: Subject): Promises {
  const excluded = exclusions.find(({ match }) => fits(match, subject))?.reason ?? null;
  const promised = (target: Target): Promised | null => {
    if (excluded !== null) return null;
    const rule = rules.find(({ match, minutes }) => minutes[target] !== null && fits(match, subject));
    const minutes = rule?.minutes[target];
    return rule && minutes
      ? { ruleId: rule.id, calendarId: rule.calendarId, targetMs: minutes * minuteMs }
      : null;
  };
  return {
    excluded,
    firstResponse: promised('firstResponse'),
    nextResponse: promised('nextResponse'),
    resolution: promised('resolution'),
    carrier: promised('carrier'),
  };
}

function fits({ channels, kinds, priorities, segments }: Match, subject: Subject): boolean {
  return (
    holds(channels, subject.channel) &&
    holds(kinds, subject.kind) &&
    holds(priorities, subject.priority) &&
    holds(segments, subject.segment)
  );
}

function holds<T>(list: readonly T[], value: T | null): boolean {
  return list.length === 0 || (value !== null && list.includes(value));
}

/**
 * The version a case is measured by: the latest that began before it was opened, or that took over the cases
 * open when it began. `until`: when the case was solved, or now.
 */
export function versionFor<V extends Pick<ContractVersion, 'effectiveFrom' | 'appliesTo'>>(
  versions: readonly V[],
  openedAt: Date,
  until: Date,
): V | null {
  const holding = versions.filter(
    ({ effectiveFrom, appliesTo }) => effectiveFrom <= (appliesTo === 'open' ? until : openedAt),
  );
  return holding.toSorted((a, b) => a.effectiveFrom.getTime() - b.effectiveFrom.getTime()).at(-1) ?? null;
}
