import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Action, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import {
  type BillingFileRow,
  countBooked,
  getBillingFileOfHash,
  listRejectsOf,
} from '#db/tenant/queries/billing.ts';
import { billingFiles, billingRejects } from '#db/tenant/schema/receivable.ts';
import { bookEntries, mostBookings } from './book-entries.ts';
import { bookingsOf, piecesOf, type Reject, rejectsOf } from './plan-billing-file.ts';
import {
  type BillingFileInput,
  type BillingFileRefusal,
  type BillingRow,
  hashOf,
  readBillingFile,
} from './read-billing-file.ts';
import type { MoneyDesk } from './reverse-entry.ts';

export type TakeRefusal =
  | { code: 'forbidden'; action: Action }
  | BillingFileRefusal
  /** Others kept booking to the same accounts; sent again, the file goes on where it stopped. */
  | { code: 'conflict' };
/** `isAgain`: it had been taken in whole before, and nothing was booked now. */
export type TakenFile = Pick<BillingFileRow, 'id' | 'rows' | 'booked' | 'known'> & {
  rejected: number;
  isAgain: boolean;
};

/**
 * Books a billing's file in pieces. The same rows a second time change nothing; a file that was cut off in the
 * middle goes on when it is sent again. Rows that cannot be booked are kept with their reason.
 */
export async function takeBillingFile(
  desk: MoneyDesk,
  input: BillingFileInput,
): Promise<Result<TakenFile, TakeRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const earlier = await getBillingFileOfHash(db, hashOf(input));
  if (earlier && isTaken(earlier)) {
    const rejected = (await listRejectsOf(db, earlier.id)).length;
    return ok({ ...earlier, rejected, isAgain: true });
  }
  const id = earlier?.id ?? uuid();
  const read = await readBillingFile(input, id);
  if (!read.ok) return read;
  const file = earlier ?? (await openFile(desk, input, id));
  return file ? bookRows(desk, file.id, read.value) : refuse({ code: 'conflict' });
}

/** A file has its number of rows only when all of them were gone through. */
function isTaken({ rows }: BillingFileRow): boolean {
  return rows > 0;
}

/** Entries name their file, so it stands there before them. `null`: somebody sends the same one at this moment. */
async function openFile(
  { db, actor, now }: MoneyDesk,
  input: BillingFileInput,
  id: string,
): Promise<{ id: string } | null> {
  const { content, name } = input;
  const counts = { rows: 0, booked: 0, known: 0 };
  const row = { id, content, name, hash: hashOf(input), ...counts, by: actor.userId, at: now };
  const written = await commit(db, [db.insert(billingFiles).values(row)]);
  return written.ok ? { id } : null;
}

async function bookRows(
  desk: MoneyDesk,
  id: string,
  rows: readonly BillingRow[],
): Promise<Result<TakenFile, TakeRefusal>> {
  const { db } = desk;
  const rejects: Reject[] = [];
  for (const piece of piecesOf(rows)) {
    const rejected = await bookPiece(desk, piece);
    if (!rejected.ok) return rejected;
    rejects.push(...rejected.value);
  }
  const booked = await countBooked(db, id);
  const counts = { rows: rows.length, booked, known: rows.length - booked - rejects.length };
  await commit(db, [
    ...storeRejects(desk, id, rejects),
    db.update(billingFiles).set(counts).where(eq(billingFiles.id, id)),
  ]);
  return ok({ id, ...counts, rejected: rejects.length, isAgain: false });
}

async function bookPiece(
  { db, actor, now, timeZone }: MoneyDesk,
  piece: readonly BillingRow[],
): Promise<Result<Reject[], { code: 'conflict' }>> {
  const today = dateAt(now.getTime(), timeZone);
  const desk = { db, by: actor.userId, at: now, today, lane: 'bulk' as const };
  const answer = await bookEntries(desk, bookingsOf(piece));
  return answer.ok ? ok(rejectsOf(piece, answer.value)) : answer;
}

function storeRejects({ db }: MoneyDesk, fileId: string, rejects: readonly Reject[]) {
  const rows = rejects.map((reject) => ({ fileId, ...reject }));
  return Array.from({ length: Math.ceil(rows.length / mostBookings) }, (_, index) =>
    db
      .insert(billingRejects)
      .values(rows.slice(index * mostBookings, (index + 1) * mostBookings))
      .onConflictDoNothing(),
  );
}
