import { eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type DebtDisputeRow, getDebtDispute } from '#db/tenant/queries/journal.ts';
import { listLedgers } from '#db/tenant/queries/receivables.ts';
import { debtDisputes, receivables } from '#db/tenant/schema/receivable.ts';
import { callReactions } from './book-entries.ts';
import { bookEntry } from './ledger.ts';
import type { ReceivableRefusal } from './receivable-refusal.ts';
import type { MoneyDesk } from './reverse-entry.ts';
import { storeBooked } from './store-booked.ts';

export const DisputeClosingInput = z
  .strictObject({
    outcome: z.enum(['upheld', 'partly', 'declined']),
    /** Of one upheld in part: how much he does not owe. */
    kopecks: z.int('amount').min(1, 'amount').nullable(),
    answer: z.string().trim().min(3, 'short').max(1000, 'long'),
  })
  .refine(({ outcome, kopecks }) => outcome !== 'partly' || kopecks !== null, {
    path: ['kopecks'],
    error: 'required',
  });
type Closing = z.infer<typeof DisputeClosingInput>;

const mostTries = 5;

/**
 * Answers a dispute. What he does not owe after all leaves the books in the same batch, so that nothing of it is
 * collected in between; the rest is collected on.
 */
export async function closeDebtDispute(
  desk: MoneyDesk,
  input: Closing & { receivableId: string; disputeId: string },
): Promise<Result<null, ReceivableRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'debt:suspend')) return refuse({ code: 'forbidden', action: 'debt:suspend' });
  for (let tries = 0; tries < mostTries; tries++) {
    const dispute = await getDebtDispute(db, input.disputeId);
    if (dispute?.receivableId !== input.receivableId) return refuse({ code: 'dispute-not-found' });
    if (dispute.closedAt) return refuse({ code: 'dispute-closed' });
    const corrected = await correctDebt(desk, dispute, input);
    if (!corrected.ok) return corrected;
    const statements = [guardOpen(db, dispute), ...closingOf(desk, dispute, input), ...corrected.value];
    const written = await commit(db, statements, [{ topic: 'receivable', id: dispute.receivableId }]);
    if (written.ok) return ok(null);
  }
  return refuse({ code: 'conflict' });
}

/** Fails the batch on the dispute's own key when somebody has closed it since it was read. */
function guardOpen(db: TenantDb, { id }: DebtDisputeRow): Statement {
  return db
    .insert(debtDisputes)
    .select(sql`select * from debt_disputes where id = ${id} and closed_at is not null`);
}

function closingOf(
  { db, actor, now }: MoneyDesk,
  { id, receivableId }: DebtDisputeRow,
  { outcome, answer }: Closing,
): Statement[] {
  const closed = { outcome, answer, closedBy: actor.userId, closedAt: now };
  return [
    db.update(debtDisputes).set(closed).where(eq(debtDisputes.id, id)),
    db.update(receivables).set({ disputedKopecks: 0 }).where(eq(receivables.id, receivableId)),
    ...callReactions({ db, at: now, lane: 'interactive' }, [receivableId]),
  ];
}

/** The statements that take from the debt what the dispute was right about. */
async function correctDebt(
  { db, actor, now, timeZone }: MoneyDesk,
  { id, receivableId, kopecks: disputed }: DebtDisputeRow,
  { outcome, kopecks, answer }: Closing,
): Promise<Result<Statement[], ReceivableRefusal>> {
  const right = outcome === 'upheld' ? disputed : outcome === 'partly' ? (kopecks ?? 0) : 0;
  if (right === 0) return ok([]);
  if (right > disputed) return refuse({ code: 'nothing-owed' });
  const [ledger] = await listLedgers(db, [receivableId]);
  if (!ledger) return refuse({ code: 'receivable-not-found' });
  const today = dateAt(now.getTime(), timeZone);
  const origin = {
    source: 'hand',
    sourceKey: `dispute:${id}`,
    fileId: null,
    on: today,
    note: answer,
  } as const;
  const entry = { ...origin, kind: 'adjustment', amountKopecks: -right, dueOn: null } as const;
  const booked = bookEntry(ledger, entry, uuid(), today);
  return booked.ok ? ok(storeBooked(db, [booked.value], { by: actor.userId, at: now, today })) : booked;
}
