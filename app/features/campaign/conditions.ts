import { z } from 'zod';

/** What is known of a line that an audience may be chosen by; numbers are whole: kopecks, days, months, per mille. */
export const numberFields = [
  'risk',
  'tenure-months',
  'balance',
  'fee',
  'overdue',
  'days-late',
  'cases-90',
  'complaints-90',
  'failed-requests-90',
  'last-rating',
  'days-since-contact',
  'days-since-left',
] as const;
export type NumberField = (typeof numberFields)[number];
export const choiceFields = [
  'carrier',
  'tariff',
  'option',
  'topic',
  'region',
  'left-because',
  'risk-reason',
  'helped-by',
] as const;
export type ChoiceField = (typeof choiceFields)[number];

const whole = z.int().min(-1_000_000_000).max(1_000_000_000);
const Condition = z.union([
  z.strictObject({ field: z.enum(numberFields), is: z.enum(['at-least', 'at-most']), value: whole }),
  z.strictObject({
    field: z.enum(choiceFields),
    is: z.enum(['any-of', 'none-of']),
    values: z.array(z.string().min(1).max(120)).min(1).max(200),
  }),
]);
export type Condition = z.infer<typeof Condition>;

/** Who fits all of them is in the audience. */
export const Conditions = z.array(Condition).max(30);
export type Conditions = z.infer<typeof Conditions>;
