/** An instant, epoch ms. */
type At = number;

/**
 * What is known of a line from the day it joined: of itself, of its bills, and of what its subscriber asked and said.
 * Everything carries its time, so that what was known on an earlier day can be told from it. Months and dates are of
 * the tenant's zone.
 */
export type LineLife = {
  lineId: string;
  joinedOn: string;
  carrier: string;
  tariff: string | null;
  /** When it was last changed through us; null: never. */
  tariffSince: At | null;
  usage: readonly (readonly [
    month: string,
    feeKopecks: number,
    minutes: number,
    megabytes: number,
    messages: number,
  ])[];
  /** `endedAt`: null while it is open. */
  requests: readonly (readonly [at: At, endedAt: At | null, isRefused: 0 | 1])[];
  /** `solvedAt`: null while he waits. */
  cases: readonly (readonly [at: At, solvedAt: At | null, isComplaint: 0 | 1])[];
  ratings: readonly (readonly [at: At, stars: number])[];
  contacts: readonly At[];
  charges: readonly (readonly [issuedOn: string, dueOn: string, settledOn: string | null])[];
  /** What the carrier said of the balance. */
  balances: readonly (readonly [at: At, kopecks: number])[];
  absences: readonly (readonly [on: string, returnedOn: string | null])[];
};

/** A day of forecast: its date, and the instant at which it begins. */
export type AsOf = { on: string; at: number };
