import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { asRead, countOwnReports, getOwnReport, type OwnReportRow } from '#db/tenant/queries/own-reports.ts';
import { ownReports } from '#db/tenant/schema/own-report.ts';
import { mayChange, maySee } from './may-see.ts';
import { namesPeople, OwnDefinition, type OwnReportRefusal, sharings } from './own-report.ts';

export const OwnReportInput = z.strictObject({
  name: z.string().trim().min(1, 'required').max(80, 'long'),
  sharing: z.enum(sharings, 'required'),
  definition: OwnDefinition,
});
export type OwnReportInput = z.infer<typeof OwnReportInput>;

type Desk = { db: TenantDb; actor: Actor; now: Date };
type Done = Promise<Result<{ id: string }, OwnReportRefusal | { code: 'conflict' }>>;

const mostReports = 200;

/** Keeps a report under a name. */
export async function saveOwnReport({ db, actor, now }: Desk, input: OwnReportInput): Done {
  const refused = refusalOf(actor, input);
  if (refused) return refuse(refused);
  if ((await countOwnReports(db)) >= mostReports) return refuse({ code: 'too-many-own-reports' });
  const id = uuid();
  const by = { createdBy: actor.userId, createdAt: now, changedBy: actor.userId, changedAt: now };
  await commit(db, [db.insert(ownReports).values({ id, ...input, ...by })], [{ topic: 'reports', id }]);
  return ok({ id });
}

/** Changes what a report is of, how it is called or who is shown it. */
export async function changeOwnReport(desk: Desk, id: string, input: OwnReportInput): Done {
  const found = await findToChange(desk, id);
  if (!found.ok) return found;
  const refused = refusalOf(desk.actor, input);
  if (refused) return refuse(refused);
  return write(desk, found.value, input);
}

/** Takes it off the lists; what it was is kept, for the way back. */
export async function removeOwnReport(desk: Desk, id: string): Done {
  const found = await findToChange(desk, id);
  if (!found.ok) return found;
  return write(desk, found.value, { removedBy: desk.actor.userId, removedAt: desk.now });
}

/** Puts a deleted report back as it was. */
export async function restoreOwnReport(desk: Desk, id: string): Done {
  const found = await findToChange(desk, id, true);
  if (!found.ok) return found;
  return write(desk, found.value, { removedBy: null, removedAt: null });
}

/** Only a manager shows something to the client company, and nothing that tells of people one by one. */
function refusalOf(actor: Actor, { sharing, definition }: OwnReportInput): OwnReportRefusal | null {
  const action = sharing === 'client' ? 'report:write' : 'report:build';
  if (!can(actor, action)) return { code: 'forbidden', action };
  return sharing === 'client' && namesPeople(definition) ? { code: 'report-names-people' } : null;
}

/** What one is not shown is not there for him. */
async function findToChange(
  { db, actor }: Desk,
  id: string,
  isRemoved = false,
): Promise<Result<OwnReportRow, OwnReportRefusal>> {
  const row = await getOwnReport(db, id);
  if (!row || (row.removedAt !== null) !== isRemoved || !maySee(actor, row))
    return refuse({ code: 'own-report-not-found' });
  return mayChange(actor, row) ? ok(row) : refuse({ code: 'forbidden', action: 'report:write' });
}

async function write(
  { db, actor, now }: Desk,
  row: OwnReportRow,
  change: Partial<Omit<OwnReportRow, 'id'>>,
): Done {
  const changedAt = now > row.changedAt ? now : new Date(row.changedAt.getTime() + 1);
  const update = db.update(ownReports).set({ ...change, changedBy: actor.userId, changedAt });
  const written = await commit(db, [update.where(asRead(row))], [{ topic: 'reports', id: row.id }]);
  const isWritten = written.ok && written.results[0]?.rowsAffected === 1;
  return isWritten ? ok({ id: row.id }) : refuse({ code: 'conflict' });
}
