import { v7 as uuid } from 'uuid';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listOtherDebts } from '#db/tenant/queries/other-debts.ts';
import type { SuspensionRow } from '#db/tenant/queries/suspensions.ts';
import { suspensions } from '#db/tenant/schema/ladder.ts';
import { listUndecided } from './other-debts.ts';

/** What other debts asked for in vain while a line had been taken by the first of them: a person is asked now. */
export async function proposeForOthers(
  { db, now, timeZone }: { db: TenantDb; now: Date; timeZone: string },
  row: SuspensionRow,
): Promise<Statement[]> {
  const undecided = listUndecided(await listOtherDebts(db, row), row, dateAt(now.getTime(), timeZone));
  const { lineId, measure } = row;
  return undecided.map(({ id: receivableId, balanceKopecks: debtKopecks }) =>
    db
      .insert(suspensions)
      .values({
        id: uuid(),
        receivableId,
        lineId,
        measure,
        debtKopecks,
        state: 'proposed',
        version: 1,
        proposedAt: now,
      })
      .onConflictDoNothing(),
  );
}
