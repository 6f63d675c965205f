import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { bookEntries } from './book-entries.ts';
import type { ReceivableRefusal } from './receivable-refusal.ts';
import type { MoneyDesk } from './reverse-entry.ts';

/** What people book themselves; an adjustment may go either way and says why, as a write-off does. */
export const HandEntryInput = z
  .strictObject({
    formToken: z.uuid(),
    kind: z.enum(['payment', 'adjustment', 'write_off']),
    amountKopecks: z.int('amount').min(-100_000_000, 'amount').max(100_000_000, 'amount'),
    on: z.iso.date('date'),
    note: z.string().trim().max(500, 'long'),
  })
  .refine(({ kind, note }) => kind === 'payment' || note.length >= 3, { path: ['note'], error: 'short' });
export type HandEntryInput = z.infer<typeof HandEntryInput>;

/** Books what a person saw with his own eyes. The same form sent twice books once. */
export async function bookByHand(
  { db, actor, now, timeZone }: MoneyDesk,
  { receivableId, formToken, note, ...entry }: HandEntryInput & { receivableId: string },
): Promise<Result<null, ReceivableRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const origin = {
    source: 'hand',
    sourceKey: `hand:${formToken}`,
    fileId: null,
    note: note || null,
  } as const;
  const desk = {
    db,
    by: actor.userId,
    at: now,
    today: dateAt(now.getTime(), timeZone),
    lane: 'interactive' as const,
  };
  const answer = await bookEntries(desk, [{ ...entry, ...origin, dueOn: null, whose: { receivableId } }]);
  if (!answer.ok) return answer;
  const [outcome] = answer.value;
  if (outcome && !outcome.ok) return outcome;
  return ok(null);
}
