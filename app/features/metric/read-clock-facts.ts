import { readClocks } from '#app/features/sla/read-clocks.ts';
import type { TenantDb } from '#db/open.ts';
import { type ClockFact, clockFactsOf } from './clock-facts.ts';
import type { ZoneDays } from './zone-days.ts';

/** What became of the promises of cases, by what is written now. */
export async function readClockFacts(
  db: TenantDb,
  caseIds: readonly string[],
  now: Date,
  days: ZoneDays,
): Promise<ClockFact[]> {
  const clocks = await readClocks(db, caseIds, now);
  return [...clocks].flatMap(([id, { targets }]) => clockFactsOf(id, targets, days));
}
