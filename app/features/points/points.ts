import { z } from 'zod';

/** What can bring points. Each is one fact about one source: a case, a request, a review, a subscriber's rating… */
export const pointEvents = [
  'case-solved',
  'solved-at-first',
  'request-done',
  'review-scored',
  'rating-given',
  'suggestion-accepted',
  'kudos-received',
] as const;
export type PointEvent = (typeof pointEvents)[number];
/** Work that is counted: it weighs by its difficulty and the length of the shift. */
export const countedEvents = [
  'case-solved',
  'solved-at-first',
  'request-done',
] as const satisfies PointEvent[];

export const capSpans = ['day', 'week', 'season'] as const;
export type CapSpan = (typeof capSpans)[number];

const atMost = (points: number) =>
  z.int({ error: 'points' }).min(1, { error: 'points' }).max(points, { error: 'points' });

export const RuleInput = z.strictObject({
  title: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
  event: z.enum(pointEvents),
  /** What the event brings in full; a review or a rating brings its share of it. */
  points: atMost(1000),
  /** The most the rule brings one agent in a span. */
  cap: z.strictObject({ per: z.enum(capSpans), points: atMost(100_000) }).nullable(),
  isOn: z.boolean(),
  /** Agents whom it does not reward, so that it can be told whether it does any good; `null`: nobody. */
  control: z.array(z.string().min(1)).max(500, { error: 'long' }).nullable(),
});
export type RuleInput = z.infer<typeof RuleInput>;
/** A version of a rule, in force from an instant until its next version's. */
export type PointRule = RuleInput & { id: string; version: number; from: Date };

/** What happened, and to whose credit. */
export type PointFact = {
  event: PointEvent;
  agentId: string;
  occurredAt: Date;
  /** 0…1: how much of the rule's points it is worth. */
  share: number;
  /** Of counted work, percent: 100 is usual work of a usual shift. */
  weightPercent: number;
  quality: { isReopened: boolean; hasFailed: boolean; hasCriticalError: boolean };
};

/** Why a fact brings nothing, whatever the rules say; `null`: nothing stands in its way. */
export function findGate({ quality }: Pick<PointFact, 'quality'>) {
  if (quality.hasCriticalError) return 'critical-error';
  if (quality.isReopened) return 'reopened';
  return quality.hasFailed ? 'failed' : null;
}

/** The newest version of each rule at that time, for the event, switched on, and not leaving the agent out. */
export function rulesFor(
  rules: readonly PointRule[],
  { event, occurredAt, agentId }: Pick<PointFact, 'event' | 'occurredAt' | 'agentId'>,
): PointRule[] {
  const newest = new Map<string, PointRule>();
  for (const rule of rules) {
    const known = newest.get(rule.id);
    if (rule.from <= occurredAt && (!known || known.version < rule.version)) newest.set(rule.id, rule);
  }
  return [...newest.values()].filter(
    (rule) => rule.isOn && rule.event === event && rule.control?.includes(agentId) !== true,
  );
}

/** Whole points of a fact by a rule, before its cap. */
export function rawPoints(
  { points }: Pick<PointRule, 'points'>,
  { share, weightPercent }: Pick<PointFact, 'share' | 'weightPercent'>,
): number {
  return Math.round((points * Math.min(1, Math.max(0, share)) * weightPercent) / 100);
}

/**
 * By how much an entry changes what the agent has. Within a span he has min(cap, Σ raw), in whatever order things
 * came and were taken back: what a reversed entry had kept out comes in again by the same sum.
 */
export function appliedPoints(cap: RuleInput['cap'], rawBefore: number, raw: number): number {
  const capped = (sum: number) => (cap ? Math.min(cap.points, sum) : sum);
  return capped(rawBefore + raw) - capped(rawBefore);
}
