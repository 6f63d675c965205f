import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Action, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getBillingFile, getReject } from '#db/tenant/queries/billing.ts';
import { billingRejects } from '#db/tenant/schema/receivable.ts';
import { type BillingFault, readBillingRow } from './billing-row.ts';
import { bookEntries } from './book-entries.ts';
import { keptCells } from './read-billing-file.ts';
import type { MoneyDesk } from './reverse-entry.ts';

export const RejectInput = z
  .strictObject({ account: z.string().trim().max(60, 'long'), msisdn: z.string().trim().max(30, 'long') })
  .refine(({ account, msisdn }) => account !== '' || msisdn !== '', { path: ['account'], error: 'required' });
type RejectPlace = { fileId: string; row: number };

export type RejectRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'reject-not-found' }
  | BillingFault
  | { code: 'conflict' };

/** Books a row that a file could not book, to the account that a person has found for it. */
export async function bookReject(
  { db, actor, now, timeZone }: MoneyDesk,
  { fileId, row, account, msisdn }: z.infer<typeof RejectInput> & RejectPlace,
): Promise<Result<null, RejectRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const [file, reject] = [await getBillingFile(db, fileId), await getReject(db, fileId, row)];
  if (!file || !reject) return refuse({ code: 'reject-not-found' });
  const booking = readBillingRow(file.content, { ...keptCells(reject.text), account, msisdn }, fileId);
  if (!booking.ok) return booking;
  const today = dateAt(now.getTime(), timeZone);
  const desk = { db, by: actor.userId, at: now, today, lane: 'interactive' as const };
  const answer = await bookEntries(desk, [booking.value]);
  if (!answer.ok) return answer;
  const [outcome] = answer.value;
  if (outcome && !outcome.ok) return outcome;
  await commit(db, [removal({ db }, { fileId, row })]);
  return ok(null);
}

/** A row that nobody will ever book. */
export async function dropReject(
  { db, actor }: Pick<MoneyDesk, 'db' | 'actor'>,
  { fileId, row }: RejectPlace,
): Promise<Result<null, RejectRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  if (!(await getReject(db, fileId, row))) return refuse({ code: 'reject-not-found' });
  await commit(db, [removal({ db }, { fileId, row })]);
  return ok(null);
}

function removal({ db }: Pick<MoneyDesk, 'db'>, { fileId, row }: RejectPlace) {
  return db.delete(billingRejects).where(and(eq(billingRejects.fileId, fileId), eq(billingRejects.row, row)));
}
