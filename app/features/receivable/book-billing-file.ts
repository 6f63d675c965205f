import { and, eq, isNotNull } from 'drizzle-orm';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  type BillingFileRow,
  countBooked,
  getBillingFile,
  isBookedStill,
  listRejectsOf,
} from '#db/tenant/queries/billing.ts';
import { billingFiles, billingRejects } from '#db/tenant/schema/receivable.ts';
import { bookEntries } from './book-entries.ts';
import { bookingsOf, piecesOf, type Reject, rejectsOf } from './plan-billing-file.ts';
import { type BillingRow, readBillingFile } from './read-billing-file.ts';

type Desk = { db: TenantDb; now(): Date; timeZone: string };
/** `lost`: others booked to the same accounts time and again; nothing of the piece was written. */
export type BookedFile = 'ended' | 'more' | 'stopped' | 'lost';

/** Read once and booked by one piece of work, so that a long file lets others come in between. */
const piecesAtOnce = 6;

/**
 * Books the next rows of a file that was taken in, from where it stands. Each piece is written with the rows of it
 * that wait for a person; one that was booked before a process died is booked again, and nothing of it twice.
 */
export async function bookBillingFile({ db, now, timeZone }: Desk, fileId: string): Promise<BookedFile> {
  const file = await getBillingFile(db, fileId);
  if (!file || file.text === null) return 'stopped';
  const read = await readBillingFile({ ...file, text: file.text }, fileId);
  if (!read.ok)
    throw new Error(`The billing's file ${fileId} could be read when it was taken in: ${read.error.code}.`);
  let { gone } = file;
  for (const piece of piecesOf(read.value.slice(gone)).slice(0, piecesAtOnce)) {
    if (!(await isBookedStill(db, fileId))) return 'stopped';
    const at = now();
    const desk = { db, by: file.by, at, today: dateAt(at.getTime(), timeZone), lane: 'bulk' as const };
    const answer = await bookEntries(desk, bookingsOf(piece));
    if (!answer.ok) return 'lost';
    gone += piece.length;
    await goOn(db, file, gone, rejectsOf(piece, answer.value));
  }
  if (gone < read.value.length) return 'more';
  await endFile(db, file, read.value);
  return 'ended';
}

async function goOn(db: TenantDb, { id }: BillingFileRow, gone: number, rejects: readonly Reject[]) {
  const rows = rejects.map((reject) => ({ fileId: id, ...reject }));
  const kept: Statement[] =
    rows.length > 0 ? [db.insert(billingRejects).values(rows).onConflictDoNothing()] : [];
  const booked = await countBooked(db, id);
  await commit(
    db,
    [...kept, db.update(billingFiles).set({ gone, booked }).where(isBooking(id))],
    [{ topic: 'billing-file', id }],
  );
}

async function endFile(db: TenantDb, { id }: BillingFileRow, rows: readonly BillingRow[]) {
  const booked = await countBooked(db, id);
  const known = rows.length - booked - (await listRejectsOf(db, id)).length;
  await commit(
    db,
    [db.update(billingFiles).set({ rows: rows.length, booked, known, text: null }).where(isBooking(id))],
    [{ topic: 'billing-file', id }],
  );
}

const isBooking = (id: string) => and(eq(billingFiles.id, id), isNotNull(billingFiles.text));
