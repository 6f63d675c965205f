import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import type { ClosedCharge } from '#app/features/prediction/payment-habit.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getEntry, listPaidBy, listPayersOf } from '#db/tenant/queries/journal.ts';
import { listHabits, listLedgers } from '#db/tenant/queries/receivables.ts';
import { paymentHabits } from '#db/tenant/schema/prediction.ts';
import { callReactions } from './book-entries.ts';
import { recountHabit } from './count-habits.ts';
import { type Booked, bookReversal, type Reversible } from './ledger.ts';
import type { ReceivableRefusal } from './receivable-refusal.ts';
import { storeBooked, storeHabits } from './store-booked.ts';

export type MoneyDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export const ReversalInput = z.strictObject({ reason: z.string().trim().min(3, 'short').max(500, 'long') });
type ReversalInput = z.infer<typeof ReversalInput>;

const mostTries = 5;

/** Takes an entry back by booking its opposite: the journal itself is never changed. */
export async function reverseEntry(
  desk: MoneyDesk,
  input: ReversalInput & { receivableId: string; entryId: string },
): Promise<Result<{ entryId: string }, ReceivableRefusal>> {
  const { db, actor, now, timeZone } = desk;
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const today = dateAt(now.getTime(), timeZone);
  for (let tries = 0; tries < mostTries; tries++) {
    const entry = await getEntry(db, input.entryId);
    if (entry?.receivableId !== input.receivableId) return refuse({ code: 'entry-not-found' });
    if (entry.kind === 'reversal') return refuse({ code: 'entry-is-reversal' });
    if (entry.isReversed) return refuse({ code: 'entry-reversed' });
    const [ledger] = await listLedgers(db, [entry.receivableId]);
    if (!ledger) return refuse({ code: 'receivable-not-found' });
    const { reversible, closedBefore } = await reversibleOf(db, entry);
    const booked = bookReversal(ledger, reversible, originOf(input, today), uuid());
    const statements = [
      ...storeBooked(db, [booked], { by: actor.userId, at: now, today }),
      ...(await recount(db, booked, closedBefore)),
      ...callReactions({ db, at: now, lane: 'interactive' }, [entry.receivableId]),
    ];
    const written = await commit(db, statements, [{ topic: 'receivable', id: entry.receivableId }]);
    if (written.ok) return ok({ entryId: booked.entry.id });
  }
  return refuse({ code: 'conflict' });
}

function originOf({ entryId, reason }: ReversalInput & { entryId: string }, on: string) {
  return { source: 'hand', sourceKey: `reversal:${entryId}`, fileId: null, on, note: reason } as const;
}

type Entry = NonNullable<Awaited<ReturnType<typeof getEntry>>>;
type ClosedBefore = ClosedCharge & { id: string };

/** With the charges that stand as settled and may not be so any more. */
async function reversibleOf(
  db: TenantDb,
  { id, kopecks, postings, dueOn, settledOn }: Entry,
): Promise<{ reversible: Reversible; closedBefore: ClosedBefore[] }> {
  if (dueOn !== null) {
    const closedBefore = settledOn ? [{ id, dueOn, settledOn, kopecks }] : [];
    return { reversible: { id, kopecks, postings, dueOn, paidBy: await listPayersOf(db, id) }, closedBefore };
  }
  const paid = await listPaidBy(db, id);
  const closedBefore = paid.flatMap(({ charge, settledOn: on }) =>
    on ? [{ ...charge, settledOn: on }] : [],
  );
  return { reversible: { id, kopecks, postings, dueOn, paid }, closedBefore };
}

/** A charge that was taken back is settled by that, and counts no more either. */
async function recount(db: TenantDb, booked: Booked, closedBefore: readonly ClosedBefore[]) {
  const { receivableId, reverses } = booked.entry;
  const opened = booked.changedCharges.filter(({ id, settledOn }) => settledOn === null || id === reverses);
  const reopened = closedBefore.filter(({ id }) => opened.some((one) => one.id === id));
  if (reopened.length === 0 && booked.closedCharges.length === 0) return [];
  const habit = (await listHabits(db, [receivableId])).get(receivableId) ?? null;
  const after = recountHabit(habit, reopened, booked.closedCharges);
  if (after) return storeHabits(db, new Map([[receivableId, after]]));
  return [db.delete(paymentHabits).where(eq(paymentHabits.receivableId, receivableId))];
}
