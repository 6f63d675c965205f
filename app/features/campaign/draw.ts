import { createHash } from 'node:crypto';
import type { RiskBand } from '#app/features/churn/churn.ts';

/** Whom a campaign may be drawn from, as the draw knows him. */
export type Stratum = { name: string; people: number };

/**
 * Where a person falls, from 0 up to 1: the first 48 bits of SHA-256 over salt and person. The same for the same
 * salt and person at whatever time it is asked, and like chance over people.
 */
export function drawOf(salt: string, personId: string): number {
  return createHash('sha256').update(`${salt} ${personId}`).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** People who are alike in what moves churn most: a carrier's, and how much at risk. */
export function stratumOf({ carrier, band }: { carrier: string; band: RiskBand | null }): string {
  return `${carrier} ${band ?? 'none'}`;
}

/**
 * How many of each stratum are control. The share is kept within each: never a whole person off, and all together
 * make the share of all, as what one stratum is rounded by the next one makes up for.
 */
export function controlQuotas(strata: readonly Stratum[], controlPercent: number): Map<string, number> {
  const quotas = new Map<string, number>();
  let [people, given] = [0, 0];
  for (const stratum of strata) {
    people += stratum.people;
    const due = Math.round((people * controlPercent) / 100);
    quotas.set(stratum.name, due - given);
    given = due;
  }
  return quotas;
}

export type Holdout = { percent: number; salt: string };

/** Whether a person is left alone by every campaign drawn in the quarter of a date. Another quarter draws others. */
export function isHeldOut(holdout: Holdout | null, personId: string, on: string): boolean {
  if (!holdout) return false;
  return drawOf(`${holdout.salt} ${quarterOf(on)}`, personId) < holdout.percent / 100;
}

/** As `2026-4`. */
function quarterOf(on: string): string {
  return `${on.slice(0, 4)}-${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
}
