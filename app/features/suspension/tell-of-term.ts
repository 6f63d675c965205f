import { heardBy, settleNotices, tellPeople } from '#app/features/notice/tell-people.ts';
import { commit, type Statement } from '#db/commit.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import type { SuspensionRow } from '#db/tenant/queries/suspensions.ts';

/** So long before the end of the term leads are told that a paid line does not work yet. */
export const warnBeforeMs = 86_400_000;

type Desk = { db: TenantDb; control: ControlDb; now: Date };

/** Tells leads of a paid line that is not back: a day before its term ends, and when it has ended. Each once. */
export async function tellOfTerm({ db, control, now }: Desk, row: SuspensionRow): Promise<void> {
  if (row.state !== 'restoring' || !row.restoreBy) return;
  const leftMs = row.restoreBy.getTime() - now.getTime();
  if (leftMs > warnBeforeMs) return;
  const leads = await listPeopleOf(control, db.tenantId, ['lead', 'manager']);
  const told = {
    kind: 'restoration' as const,
    suspensionId: row.id,
    isMissed: leftMs <= 0,
    restoreBy: row.restoreBy.toISOString(),
  };
  const statements = tellPeople(db, leads, { caseId: null, told, by: 'worker', at: now });
  if (statements.length === 0) return;
  await commit(
    db,
    statements,
    leads.map((userId) => heardBy(userId, row.id)),
  );
}

/** The line is back: nobody need hear of its term any more. */
export function settleTerm(db: TenantDb, { id }: SuspensionRow, now: Date): Statement[] {
  return [
    settleNotices(db, 'restoration', `${id} due`, now),
    settleNotices(db, 'restoration', `${id} missed`, now),
  ];
}
