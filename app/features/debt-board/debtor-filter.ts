import { z } from 'zod';
import { arms } from '#app/features/ladder/ladder.ts';
import { overdueBuckets } from './overdue-buckets.ts';

export const holdFilters = ['none', 'dispute', 'promise', 'plan'] as const;
export const suspensionFilters = ['proposed', 'confirmed', 'suspended', 'restoring'] as const;
export const promiseFilters = ['kept', 'broken'] as const;

const chosen = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);
const word = z.string().min(1).max(60).optional().catch(undefined);

export const wentFilters = ['worse', 'cured'] as const;

/** Which debtors a list shows. What cannot be read in an address filters nothing. */
const DebtorFilterInput = z.object({
  bucket: z.enum(overdueBuckets).optional().catch(undefined),
  carrier: word,
  arm: chosen(arms),
  hold: chosen(holdFilters),
  refused: word,
  suspension: chosen(suspensionFilters),
  promise: chosen(promiseFilters),
  /** With it `bucket` is that of this date of the past. */
  asOf: z.iso.date().optional().catch(undefined),
  /** Where those stood then that were in `bucket` on `asOf`. */
  until: z.iso.date().optional().catch(undefined),
  went: chosen(wentFilters),
  /** Of whom something was foretold that was due in this month, before today. */
  due: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  paid: chosen(['late']),
  /** The likeliest of that month, as many as were foretold to be late. */
  foretold: chosen(['late']),
  /** Whose debt counts in this arm of the newest trial. */
  tried: chosen(arms),
  brought: chosen(['paid']),
});
export type DebtorFilter = {
  [K in keyof z.infer<typeof DebtorFilterInput>]?: NonNullable<z.infer<typeof DebtorFilterInput>[K]>;
};

export function parseDebtorFilter(query: URLSearchParams): DebtorFilter {
  const given = DebtorFilterInput.parse(Object.fromEntries(query));
  const kept = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as DebtorFilter;
}

/** Filters that say of a debtor what need not be overdue any more. */
export function isOverdueOnly({ bucket: _, carrier: __, ...others }: DebtorFilter): boolean {
  return Object.keys(others).length === 0;
}
