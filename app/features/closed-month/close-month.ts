import { z } from 'zod';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { canonicalJson, chainStart } from '#db/audit.ts';
import { commit } from '#db/commit.ts';
import { getLastClosed, getNewestRevision } from '#db/tenant/queries/closed-months.ts';
import { closedMonths } from '#db/tenant/schema/closed-month.ts';
import { differencesOf, type MonthSnapshot, nextMonth } from './month-snapshot.ts';
import { sealMonth } from './seal-month.ts';
import { type MonthReader, takeSnapshot } from './take-snapshot.ts';

/** Every expected no about closed months. */
export type MonthRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'month-not-over' }
  | { code: 'month-closed' }
  | { code: 'month-not-found' }
  /** It comes to the same as it was closed with. */
  | { code: 'month-unchanged' }
  | { code: 'conflict' };

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'date');
export const ClosingInput = z.strictObject({ month });
export const CorrectionInput = z.strictObject({
  reason: z.string().trim().min(5, { error: 'short' }).max(500, { error: 'long' }),
});

export type MonthDesk = MonthReader & { actor: Actor; secretKey: Buffer };

/** Freezes a month that is over, as it is counted now. */
export async function closeMonth(
  desk: MonthDesk,
  { month }: z.infer<typeof ClosingInput>,
): Promise<Result<{ month: string }, MonthRefusal>> {
  const { db, actor, now, timeZone } = desk;
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  if (dateAt(now.getTime(), timeZone) < `${nextMonth(month)}-01`) return refuse({ code: 'month-not-over' });
  if (await getNewestRevision(db, month)) return refuse({ code: 'month-closed' });
  return writeRow(desk, await takeSnapshot(desk, month), 1, null);
}

/** Counts a closed month anew and puts the correction beside what was closed, with its reason. */
export async function correctMonth(
  desk: MonthDesk,
  month: string,
  { reason }: z.infer<typeof CorrectionInput>,
): Promise<Result<{ month: string }, MonthRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  const newest = await getNewestRevision(db, month);
  if (!newest) return refuse({ code: 'month-not-found' });
  const before: MonthSnapshot = JSON.parse(newest.snapshot);
  const after = await takeSnapshot(desk, month);
  if (differencesOf(before.figures, after.figures).length === 0) return refuse({ code: 'month-unchanged' });
  return writeRow(desk, after, newest.revision + 1, reason);
}

async function writeRow(
  { db, actor, now, secretKey }: MonthDesk,
  snapshot: MonthSnapshot,
  revision: number,
  reason: string | null,
): Promise<Result<{ month: string }, MonthRefusal>> {
  const last = await getLastClosed(db);
  const { month } = snapshot;
  const row = sealMonth(secretKey, db.tenantId, {
    place: (last?.place ?? 0) + 1,
    previousHash: last?.hash ?? chainStart,
    month,
    revision,
    reason,
    snapshot: canonicalJson(snapshot),
    closedBy: actor.name,
    closedAt: now,
  });
  const written = await commit(db, [db.insert(closedMonths).values(row)], [{ topic: 'reports', id: month }]);
  return written.ok ? ok({ month }) : refuse({ code: 'conflict' });
}
