import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countDebtHistory } from '#db/tenant/queries/debt-history.ts';

const months = 14;

/** The ages of debt at the beginning of each month, as its night would have counted them. After the books. */
export async function seedDebtHistory(db: TenantDb, timeZone: string, now: Date): Promise<void> {
  const today = dateAt(now.getTime(), timeZone);
  const [year = 0, month = 0] = today.split('-').map(Number);
  for (let back = months - 1; back >= 0; back -= 1) {
    const on = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
    const written = await commit(db, countDebtHistory(db, { after: '', upTo: '~' }, on));
    if (!written.ok) throw new Error(`The debts of ${on} cannot be counted: ${written.conflict} is taken.`);
  }
}
