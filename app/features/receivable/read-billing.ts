import { maskText } from '#app/features/subscriber/mask-personal.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { namesOf } from '#db/control/queries/names.ts';
import { getLastPull } from '#db/tenant/queries/balances.ts';
import { listBillingFiles, listWaitingRejects } from '#db/tenant/queries/billing.ts';
import type { MoneyReader } from './read-receivable.ts';

/** The files of the billing with their counts, and the rows that wait for a person. */
export async function readBilling({ db, control }: Pick<MoneyReader, 'db' | 'control'>) {
  const files = await listBillingFiles(db);
  const waiting = await listWaitingRejects(db);
  const names = await namesOf(
    control,
    files.map(({ file }) => file.by),
  );
  return {
    balances: await readPulls({ db, control }),
    files: files.map(({ file, rejects }) => ({
      ...file,
      isBooking: file.isBooking === 1,
      rejects,
      byName: names[file.by] ?? null,
    })),
    waiting: waiting.map(({ reject, ...file }) => ({ ...reject, ...file, text: maskText(reject.text) })),
  };
}

/** How far the last night of each carrier account came; `null`: it was never asked for balances. */
async function readPulls({ db, control }: Pick<MoneyReader, 'db' | 'control'>) {
  const accounts = await listCarrierAccounts(control, db.tenantId);
  return Promise.all(
    accounts.map(async ({ id, carrier, title, asksBalances }) => {
      const last = await getLastPull(db, id);
      if (!last) return { id, carrier, title, asksBalances, last };
      const { cursor: _, accountId: __, ...shown } = last;
      return { id, carrier, title, asksBalances, last: shown };
    }),
  );
}

export type BillingOverview = Awaited<ReturnType<typeof readBilling>>;
