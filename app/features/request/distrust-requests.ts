import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { moveRequest, type RequestRow } from './move-request.ts';
import type { RequestState } from './request.ts';
import { callForRequest, type RequestQueue } from './request-work.ts';

export type Distrust = {
  now: Date;
  /** The copy, for the timeline. */
  copy: string;
  /** How long after a submission an account's carrier must have shown it, in ms. */
  absenceProofMs(carrierAccountId: string): number;
};

const doubtful: RequestState[] = ['queued', 'sending', 'accepted', 'unconfirmed'];
const askedAnew: RequestQueue[] = ['carrier-order', 'carrier-status', 'carrier-reconcile'];
const requestsPerBatch = 500;

/**
 * After a restore nobody knows what was sent since the copy was made. Every request that was on its way is
 * unconfirmed, its carrier is asked; one whose date has come is given to a person. Returns how many.
 */
export async function distrustRequests(db: TenantDb, distrust: Distrust): Promise<number> {
  await write(db, [
    db.delete(outbox).where(inArray(outbox.queue, askedAnew)),
    db.update(outbox).set({ admittedAt: null }),
  ]);
  let count = 0;
  let after = '';
  for (;;) {
    const rows = await listDoubtful(db, after, distrust.now);
    const last = rows.at(-1);
    if (!last) return count;
    await write(
      db,
      rows.flatMap((row) => distrustOne(db, row, distrust)),
    );
    count += rows.length;
    after = last.id;
  }
}

async function listDoubtful(db: TenantDb, after: string, now: Date): Promise<RequestRow[]> {
  const isDue = and(eq(requests.state, 'scheduled'), lte(requests.scheduledFor, now));
  return db
    .select()
    .from(requests)
    .where(and(gt(requests.id, after), sql`(${inArray(requests.state, doubtful)} or ${isDue})`))
    .orderBy(asc(requests.id))
    .limit(requestsPerBatch);
}

/**
 * `sentAt` becomes the earliest moment at which it can have left, from where the carrier's lists are read;
 * the carrier is asked when the latest possible one, now, is old enough for a proof of absence.
 */
function distrustOne(db: TenantDb, row: RequestRow, { now, copy, absenceProofMs }: Distrust): Statement[] {
  const note = { copy };
  if (row.state === 'scheduled') {
    const sentAt = row.scheduledFor ?? row.changedAt;
    return [...move(db, row, 'escalate', { now, note, sentAt }), dropRelease(db, row)];
  }
  const dueAt = new Date(now.getTime() + absenceProofMs(row.carrierAccountId));
  const ask = callForRequest(db, 'carrier-reconcile', row, dueAt, now);
  if (row.state === 'unconfirmed') {
    return [db.update(requests).set({ unconfirmedSince: now }).where(eq(requests.id, row.id)), ask];
  }
  return [...move(db, row, 'restore', { now, note, sentAt: row.sentAt ?? row.changedAt }), ask];
}

function move(
  db: TenantDb,
  row: RequestRow,
  name: 'restore' | 'escalate',
  { now, note, sentAt }: { now: Date; note: Record<string, unknown>; sentAt: Date },
): Statement[] {
  const set = { sentAt, unconfirmedSince: name === 'restore' ? now : null };
  const moved = moveRequest(db, row, { move: name, by: 'worker', actor: 'worker', at: now, note, set });
  if (!moved.ok)
    throw new Error(`Request ${row.id} cannot be distrusted: no move ${name} from ${row.state}.`);
  return moved.statements;
}

function dropRelease(db: TenantDb, row: RequestRow): Statement {
  return db
    .delete(outbox)
    .where(
      and(
        eq(outbox.queue, 'request-release'),
        eq(sql`json_extract(${outbox.payload}, '$.requestId')`, row.id),
      ),
    );
}

async function write(db: TenantDb, statements: Statement[]): Promise<void> {
  const written = await commit(db, statements);
  if (!written.ok)
    throw new Error(`Somebody else writes to the copy that is being restored (${written.conflict}).`);
}
