import { z } from 'zod';
import { channels } from '../contact/contact.ts';
import { subjectTypes } from './review.ts';

/** What a stratified plan draws within. */
export const strata = ['agent', 'channel', 'carrier', 'kind'] as const;
export type Stratum = (typeof strata)[number];

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
