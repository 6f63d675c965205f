import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { TenantDb } from '#db/open.ts';
import { listCalendars } from '#db/tenant/queries/sla.ts';
import type { TargetClock } from './clock.ts';
import { readClocks } from './read-clocks.ts';

/** The clocks of one case with the names of what they were counted by. */
export type ClockLedger = {
  targets: TargetClock[];
  /** A rule's place in the contract, from 1, by its id. */
  ruleNumbers: Record<string, number>;
  calendarNames: Record<string, string>;
};

/** Why the clocks of a case stand as they do. */
export async function readLedger(
  db: TenantDb,
  caseId: string,
  now: Date,
): Promise<Result<ClockLedger, { code: 'case-not-found' }>> {
  const clocks = (await readClocks(db, [caseId], now)).get(caseId);
  if (!clocks) return refuse({ code: 'case-not-found' });
  const rules = clocks.contract?.terms.rules ?? [];
  const calendars = await listCalendars(db);
  return ok({
    targets: clocks.targets,
    ruleNumbers: Object.fromEntries(rules.map(({ id }, index) => [id, index + 1])),
    calendarNames: Object.fromEntries(calendars.map(({ id, name }) => [id, name])),
  });
}
