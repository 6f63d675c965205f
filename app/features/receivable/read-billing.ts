import { maskText } from '#app/features/subscriber/mask-personal.ts';
import { namesOf } from '#db/control/queries/names.ts';
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
    files: files.map(({ file: { hash: _, ...file }, rejects }) => ({
      ...file,
      rejects,
      byName: names[file.by] ?? null,
    })),
    waiting: waiting.map(({ reject, ...file }) => ({ ...reject, ...file, text: maskText(reject.text) })),
  };
}
export type BillingOverview = Awaited<ReturnType<typeof readBilling>>;
