import { z } from 'zod';
import type { Role } from '#app/features/access/role.ts';

/** How far somebody may go towards a debtor by his own word. */
export const OfferLimits = z.strictObject({
  /** How many days ahead the last date of a promise may lie. */
  days: z.int().min(0).max(365),
  /** The least share of the debt that must be promised. */
  leastPercent: z.int().min(1).max(100),
  /** How many promises one debtor may make within a year; those that replace another count. */
  perYear: z.int().min(0).max(100),
  /** How many instalments a plan may have; 0: he agrees none. */
  instalments: z.int().min(0).max(36),
});
export type OfferLimits = z.infer<typeof OfferLimits>;

/** A lead may offer more than an agent; how late and how short an instalment may be is the same for both. */
export const OfferRules = z.strictObject({
  agent: OfferLimits,
  lead: OfferLimits,
  toleranceDays: z.int().min(0).max(30),
  toleranceKopecks: z.int().min(0).max(10_000_000),
  /** Within how many days after the payment a line must work again. */
  restoreDays: z.int().min(1).max(30),
});
export type OfferRules = z.infer<typeof OfferRules>;

/**
 * What holds until a manager has said otherwise. The term of restoration: rules of telephone service, decree of
 * the government 59 of 24.01.2024 (in force since 01.09.2024); the rest is a careful beginning, no law.
 */
export const firstRules: OfferRules = {
  agent: { days: 14, leastPercent: 50, perYear: 3, instalments: 3 },
  lead: { days: 30, leastPercent: 25, perYear: 6, instalments: 12 },
  toleranceDays: 3,
  toleranceKopecks: 5_000,
  restoreDays: 3,
};

const leads: readonly Role[] = ['lead', 'manager', 'admin'];

export function limitsFor(roles: readonly Role[], rules: OfferRules): OfferLimits {
  return roles.some((role) => leads.includes(role)) ? rules.lead : rules.agent;
}
