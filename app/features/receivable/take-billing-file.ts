import { and, eq, isNotNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Action, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import {
  type BillingFileRow,
  getBillingFile,
  getBillingFileOfHash,
  listRejectsOf,
} from '#db/tenant/queries/billing.ts';
import { billingFiles } from '#db/tenant/schema/receivable.ts';
import { isTaken } from './plan-billing-file.ts';
import {
  type BillingFileInput,
  type BillingFileRefusal,
  hashOf,
  readBillingFile,
} from './read-billing-file.ts';
import type { MoneyDesk } from './reverse-entry.ts';

export type TakeRefusal =
  | { code: 'forbidden'; action: Action }
  | BillingFileRefusal
  | { code: 'billing-file-not-found' }
  /** Somebody else sent or stopped the same file at this moment. */
  | { code: 'conflict' };
/** `taken`: in whole, now or before; `booking`: it is being booked. */
export type TakenFile = Pick<BillingFileRow, 'id' | 'total' | 'booked' | 'known'> & {
  rejected: number;
  state: 'taken' | 'booking';
};

/**
 * Takes a billing's file in; a worker books it piece by piece. The same rows a second time change nothing; a file that
 * was stopped in its middle goes on when it is sent again.
 */
export async function takeBillingFile(
  desk: Omit<MoneyDesk, 'timeZone'>,
  input: BillingFileInput,
): Promise<Result<TakenFile, TakeRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const earlier = await getBillingFileOfHash(db, hashOf(input));
  if (earlier && isTaken(earlier)) {
    const rejected = (await listRejectsOf(db, earlier.id)).length;
    return ok({ ...earlier, rejected, state: earlier.text === null ? 'taken' : 'booking' });
  }
  const id = earlier?.id ?? uuid();
  const read = await readBillingFile(input, id);
  if (!read.ok) return read;
  const total = read.value.length;
  const kept = earlier
    ? goOnWith(db, earlier, input.text, total)
    : openFile(desk, { id, total, ...input, hash: hashOf(input) });
  const written = await commit(db, [kept, callForPieces(desk, id)], [{ topic: 'billing-file', id }]);
  if (!written.ok) return refuse({ code: 'conflict' });
  return ok({ id, total, booked: 0, known: 0, rejected: 0, state: 'booking' });
}

type OpenedFile = Pick<BillingFileRow, 'id' | 'total' | 'content' | 'name' | 'text' | 'hash'>;

function openFile({ db, actor, now }: Omit<MoneyDesk, 'timeZone'>, file: OpenedFile): Statement {
  const counts = { rows: 0, booked: 0, known: 0 };
  return db.insert(billingFiles).values({ ...file, ...counts, by: actor.userId, at: now });
}

function goOnWith(db: TenantDb, { id }: BillingFileRow, text: string, total: number): Statement {
  return db
    .update(billingFiles)
    .set({ text, total, stoppedAt: null, stoppedBy: null })
    .where(eq(billingFiles.id, id));
}

function callForPieces({ db, now }: Pick<MoneyDesk, 'db' | 'now'>, fileId: string): Statement {
  const work = { queue: 'billing-file', gate: 'billing-file', lane: 'bulk' as const, dueAt: now };
  return callFor(db, { ...work, payload: { fileId } }, now);
}

/** What is booked by then stays; sent again, the file goes on behind it. */
export async function stopBillingFile(
  { db, actor, now }: Omit<MoneyDesk, 'timeZone'>,
  id: string,
): Promise<Result<null, TakeRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  if (!(await getBillingFile(db, id))) return refuse({ code: 'billing-file-not-found' });
  const isBooking = and(eq(billingFiles.id, id), isNotNull(billingFiles.text));
  const set = { text: null, stoppedAt: now, stoppedBy: actor.userId };
  const written = await commit(
    db,
    [db.update(billingFiles).set(set).where(isBooking)],
    [{ topic: 'billing-file', id }],
  );
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
