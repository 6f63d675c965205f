import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import {
  getDebtDispute,
  getOpenDispute,
  getReceivable,
  listOpenCharges,
} from '#db/tenant/queries/journal.ts';
import { debtDisputes, receivables } from '#db/tenant/schema/receivable.ts';
import { callReactions } from './book-entries.ts';
import { whyNotSettle } from './may-settle.ts';
import type { ReceivableRefusal } from './receivable-refusal.ts';
import type { MoneyDesk } from './reverse-entry.ts';

export const DebtDisputeInput = z.strictObject({
  /** Made with the form, and the dispute's id: sent twice, it opens one. */
  formToken: z.uuid(),
  /** One charge, or all that is owed. */
  chargeId: z.uuid().nullable(),
  reason: z.string().trim().min(3, 'short').max(1000, 'long'),
});
type Input = z.infer<typeof DebtDisputeInput> & { receivableId: string };

/** The subscriber says he does not owe it: from now on nothing is collected of this debt until it is closed. */
export async function openDebtDispute(
  desk: MoneyDesk,
  input: Input,
): Promise<Result<{ id: string }, ReceivableRefusal>> {
  const { db, actor, now } = desk;
  const { formToken: id, receivableId, chargeId, reason } = input;
  const mayNot = await whyNotSettle(db, actor, receivableId);
  if (mayNot) return refuse(mayNot);
  if (await getDebtDispute(db, id)) return ok({ id });
  if (await getOpenDispute(db, receivableId)) return refuse({ code: 'debt-disputed' });
  const disputed = await readDisputed(desk, input);
  if (!disputed.ok) return disputed;
  const kopecks = disputed.value;
  const opened = { openedBy: actor.userId, openedAt: now };
  const written = await commit(
    db,
    [
      db.insert(debtDisputes).values({ id, receivableId, chargeId, kopecks, reason, ...opened }),
      db.update(receivables).set({ disputedKopecks: kopecks }).where(eq(receivables.id, receivableId)),
      ...callReactions({ db, at: now, lane: 'interactive' }, [receivableId]),
    ],
    [{ topic: 'receivable', id: receivableId }],
  );
  return written.ok ? ok({ id }) : refuse({ code: 'debt-disputed' });
}

async function readDisputed(
  { db }: MoneyDesk,
  { receivableId, chargeId }: Input,
): Promise<Result<number, ReceivableRefusal>> {
  const receivable = await getReceivable(db, receivableId);
  if (!receivable) return refuse({ code: 'receivable-not-found' });
  const open = await listOpenCharges(db, receivableId);
  const kopecks = chargeId
    ? (open.find(({ id }) => id === chargeId)?.openKopecks ?? 0)
    : receivable.balanceKopecks;
  return kopecks > 0 ? ok(kopecks) : refuse({ code: 'nothing-owed' });
}
