import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { channels } from '../contact/contact.ts';
import { type Candidate, type Draw, drawRandom, drawStratified } from './draw-sample.ts';
import { subjectTypes } from './review.ts';
import { sampleSize } from './sample-size.ts';

/** What a stratified plan draws within. */
export const strata = ['agent', 'channel', 'carrier', 'kind', 'risk'] as const;
export type Stratum = (typeof strata)[number];

/** How often a plan is drawn by itself, over the last whole week or month. */
export const planRhythms = ['week', 'month'] as const;
export type PlanRhythm = (typeof planRhythms)[number];

const Count = z.int({ error: 'count' }).min(1, { error: 'count' }).max(1000, { error: 'count' });

/** What is drawn from: subjects of one type, narrowed; `null`: all. */
export const PlanFilter = z.strictObject({
  subjectType: z.enum(subjectTypes),
  channel: z.enum(channels).nullable(),
  carrier: z.string().min(1).max(40).nullable(),
  agentId: z.string().min(1).max(40).nullable(),
});
export type PlanFilter = z.infer<typeof PlanFilter>;

/** How many: a number, as many as tell a share to ± percent, or a number within every stratum. */
export const PlanSize = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('count'), count: Count }),
  z.strictObject({
    by: z.literal('margin'),
    percent: z.int({ error: 'percent' }).min(1, { error: 'percent' }).max(50, { error: 'percent' }),
  }),
  z.strictObject({
    by: z.literal('stratum'),
    strata: z.array(z.enum(strata)).min(1, { error: 'required' }),
    count: Count.max(50, { error: 'count' }),
  }),
]);
export type PlanSize = z.infer<typeof PlanSize>;

export const PlanInput = z
  .strictObject({
    title: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
    selection: z.enum(['random', 'stratified', 'targeted']),
    filter: PlanFilter,
    size: PlanSize,
    cardId: z.string().min(1, { error: 'required' }),
    isBlind: z.boolean(),
    rhythm: z.enum(planRhythms).nullable(),
  })
  // A stratified draw leaves no stratum out, any other knows none.
  .refine(({ selection, size }) => (selection === 'stratified') === (size.by === 'stratum'), {
    error: 'other',
    path: ['size'],
  });
export type PlanInput = z.infer<typeof PlanInput>;

/** A period of the centre's dates, `to` excluded. */
export const PeriodInput = z
  .object({ from: z.iso.date({ error: 'date' }), to: z.iso.date({ error: 'date' }) })
  .refine(({ from, to }) => from < to, { error: 'later-than', path: ['to'] });
export type PeriodInput = z.infer<typeof PeriodInput>;

type Drawable = {
  subjectId: string;
  agentId: string;
  channel: string;
  carrier: string | null;
  kind: string;
  /** Of what goes wrong more is at stake. */
  isRisky: boolean;
};

/** What a plan draws from: each piece of work within its stratum. */
export function candidatesOf(size: PlanSize, work: readonly Drawable[]): Candidate[] {
  const read: Record<Stratum, (one: Drawable) => string> = {
    agent: ({ agentId }) => agentId,
    channel: ({ channel }) => channel,
    carrier: ({ carrier }) => carrier ?? '',
    kind: ({ kind }) => kind,
    risk: ({ isRisky }) => (isRisky ? 'risky' : ''),
  };
  return work.map((one) => ({
    id: one.subjectId,
    stratum: size.by === 'stratum' ? size.strata.map((stratum) => read[stratum](one)).join('|') : '',
  }));
}

/** The same draw again for the same candidates and seed. */
export function drawBy(size: PlanSize, candidates: readonly Candidate[], seed: number): Draw {
  if (size.by === 'stratum') return drawStratified(candidates, size.count, seed);
  const count = size.by === 'count' ? size.count : sampleSize(size.percent / 100, candidates.length);
  return drawRandom(candidates, count, seed);
}

/** The last whole week, Monday to Monday, or month before a date; `to` excluded. */
export function lastPeriod(rhythm: PlanRhythm, today: string): PeriodInput {
  const date = Temporal.PlainDate.from(today);
  const to = rhythm === 'week' ? date.subtract({ days: date.dayOfWeek - 1 }) : date.with({ day: 1 });
  const from = rhythm === 'week' ? to.subtract({ weeks: 1 }) : to.subtract({ months: 1 });
  return { from: from.toString(), to: to.toString() };
}
