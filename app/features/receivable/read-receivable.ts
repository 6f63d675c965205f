import { type Actor, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import {
  getLastReading,
  getReceivable,
  listDebtDisputes,
  listJournal,
  listOpenCharges,
} from '#db/tenant/queries/journal.ts';
import { ageCharges, daysPastDue, dueDatesOf } from './ageing.ts';

export type MoneyReader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };

/** A debt with its journal, newest first, its ages and disputes; `null`: there is none. For `ReceivableJournal`. */
export async function readReceivable({ db, control, actor, now, timeZone }: MoneyReader, id: string) {
  const receivable = await getReceivable(db, id);
  if (!receivable) return null;
  const today = dateAt(now.getTime(), timeZone);
  const journal = await listJournal(db, id);
  const disputes = await listDebtDisputes(db, id);
  const open = await listOpenCharges(db, id);
  const names = await namesOf(control, [
    ...journal.map(({ entry }) => entry.bookedBy),
    ...disputes.flatMap(({ openedBy, closedBy }) => [openedBy, closedBy ?? '']),
  ]);
  return {
    ...receivable,
    today,
    daysLate: daysPastDue(dueDatesOf(open, today).oldestDueOn, today),
    ages: ageCharges(open, today),
    open,
    reading: receivable.lineId ? await getLastReading(db, receivable.lineId) : null,
    journal: journal.map(({ entry, ...rest }) => ({
      ...entry,
      ...rest,
      byName: names[entry.bookedBy] ?? null,
    })),
    disputes: disputes.map((one) => ({
      ...one,
      openedByName: names[one.openedBy] ?? null,
      closedByName: names[one.closedBy ?? ''] ?? null,
    })),
    may: {
      book: can(actor, 'debt:write'),
      dispute: can(actor, 'debt:promise'),
      judge: can(actor, 'debt:suspend'),
    },
  };
}
export type ReceivableDetail = NonNullable<Awaited<ReturnType<typeof readReceivable>>>;
