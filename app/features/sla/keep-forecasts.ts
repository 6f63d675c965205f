import { and, eq } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listForetold, listUnsettled } from '#db/tenant/queries/forecasts.ts';
import { breachForecasts } from '#db/tenant/schema/sla.ts';
import { clockKey } from './alarms.ts';
import type { TargetClock } from './clock.ts';
import { forecastQueue } from './forecast-queue.ts';
import { readClocks } from './read-clocks.ts';

const mostSettled = 500;

/** Writes down what is foretold of each waiting clock for the first time, and what became of earlier words. */
export async function keepForecasts(db: TenantDb, now: Date): Promise<void> {
  await settle(db, now);
  const foreseen = (await forecastQueue(db, now)).filter(({ dueAt }) => dueAt !== null && dueAt > now);
  const ids = foreseen.map(({ id }) => id);
  const clocks = await readClocks(db, ids, now);
  const known = new Set((await listForetold(db, ids)).map(({ caseId, clock }) => `${caseId} ${clock}`));
  const rows = foreseen.flatMap(({ id, dueAt, takenAt, isLate }) => {
    const nearest = clocks
      .get(id)
      ?.targets.find((target) => target.isOpen && target.dueAt === dueAt?.getTime());
    const clock = nearest && clockKey(nearest);
    if (!clock || !dueAt || known.has(`${id} ${clock}`)) return [];
    return [{ caseId: id, at: now, clock, dueAt, takenAt, isLate }];
  });
  if (rows.length > 0) await commit(db, [db.insert(breachForecasts).values(rows).onConflictDoNothing()]);
}

/** A forecast is settled once its clock has ended, or its moment has passed. */
async function settle(db: TenantDb, now: Date): Promise<void> {
  const open = await listUnsettled(db, now, mostSettled);
  const clocks = await readClocks(
    db,
    open.map(({ caseId }) => caseId),
    now,
  );
  const ends = open.flatMap(({ caseId, at, clock }) => {
    const found = clocks.get(caseId)?.targets.find((target) => clockKey(target) === clock);
    return found && isSettled(found) ? [{ caseId, at, wasLate: found.state === 'breached' }] : [];
  });
  const statements = ends.map(({ caseId, at, wasLate }) =>
    db
      .update(breachForecasts)
      .set({ wasLate })
      .where(and(eq(breachForecasts.caseId, caseId), eq(breachForecasts.at, at))),
  );
  if (statements.length > 0) await commit(db, statements);
}

/** A clock that was paused may still be met later than was foretold. */
function isSettled({ isOpen, state }: TargetClock): boolean {
  return !isOpen || state === 'breached';
}
