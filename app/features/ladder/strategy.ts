import { z } from 'zod';

/** What a step does. `restriction`, `suspension` and `ending` are proposed to a person, never done by themselves. */
export const stepActions = [
  'cabinet',
  'email',
  'sms',
  'messenger',
  'robot',
  'call',
  'letter',
  'restriction',
  'suspension',
  'ending',
] as const;
export type StepAction = (typeof stepActions)[number];

const kopecks = z.int().min(0).max(100_000_000_000);

/** `day` counts from the due date: before it the step is a service reminder, after it collection. */
export const StrategyStep = z.strictObject({
  day: z.int().min(-30).max(365),
  action: z.enum(stepActions),
  /** With `{name}`, `{sum}`, `{due}`, `{days}`, `{creditor}`, `{phone}` to be filled in. */
  text: z.string().trim().max(2000, 'long'),
});
export type StrategyStep = z.infer<typeof StrategyStep>;

/** A strategy as data. Who fits `entry` is let on; the steps go in the order of their days. */
export const StrategyRules = z.strictObject({
  entry: z.strictObject({
    leastKopecks: kopecks,
    subscribers: z.enum(['all', 'person', 'company']),
    carriers: z.array(z.string()).max(20),
    /** Only those whom the forecast gives at least this probability not to pay, per mille; 0: all. */
    leastRiskPerMille: z.int().min(0).max(1000),
  }),
  steps: z.array(StrategyStep).min(1, 'required').max(30, 'long'),
  /** What one contact of a channel costs, as the client is billed for it; missing: nothing. */
  costs: z.partialRecord(z.enum(stepActions), kopecks).optional(),
});
export type StrategyRules = z.infer<typeof StrategyRules>;
