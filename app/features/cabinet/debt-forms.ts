import { z } from 'zod';
import { planPaces } from '#app/features/promise/instalment-plan.ts';

/** Roubles as people write them, in kopecks: `1 250`, `99,90`. */
const roubles = z
  .string()
  .transform((text) => text.replace(/[\s\u00a0₽]/g, '').replace(',', '.'))
  .refine((text) => /^\d{1,7}(\.\d{1,2})?$/.test(text) && Number(text) > 0, 'amount')
  .transform((text) => {
    const [whole = '0', part = ''] = text.split('.');
    return Number(whole) * 100 + Number(part.padEnd(2, '0'));
  });

const formToken = z.uuid();

/** A promise as a form says it: one sum by one date. */
export const PromiseForm = z.object({
  formToken,
  on: z.iso.date('date'),
  kopecks: roubles,
  replaces: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
});

export const PlanForm = z.object({
  formToken,
  count: z.coerce.number('required').int().min(2, 'required').max(36, 'required'),
  firstOn: z.iso.date('date'),
  pace: z.enum(planPaces, 'required'),
});

export const DisputeForm = z.object({
  formToken,
  chargeId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  reason: z.string().trim().min(3, 'short').max(1000, 'long'),
});
