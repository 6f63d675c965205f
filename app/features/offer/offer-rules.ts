import { z } from 'zod';

const carrierCode = z.string().min(1).max(40);
const tariffCode = z.string().min(1).max(80);

/** To whom an offer may be made, and how often. Empty lists: to all. */
export const OfferRules = z.strictObject({
  carriers: z.array(carrierCode).max(20),
  tariffs: z.array(tariffCode).max(200),
  /** Full months with us. */
  tenureAtLeast: z.int().min(0).max(600),
  /** All uses together, kopecks. */
  budgetKopecks: z.int().min(0).max(100_000_000_000),
  /** So many times to one line in so many days. */
  timesALine: z.int().min(1).max(100),
  everyDays: z.int().min(1).max(3650),
});
export type OfferRules = z.infer<typeof OfferRules>;
