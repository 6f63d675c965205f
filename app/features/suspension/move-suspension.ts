import { and, eq, ne, notInArray, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor, callForFound, type Work } from '#db/outbox.ts';
import type { SuspensionRow } from '#db/tenant/queries/suspensions.ts';
import { suspensions } from '#db/tenant/schema/ladder.ts';
import { endedStates } from './suspension.ts';

const queue: Pick<Work, 'queue' | 'gate' | 'lane'> = {
  queue: 'suspension-react',
  gate: 'suspension-react',
  lane: 'interactive',
};

/** Calls for a look at the suspensions of a receivable. */
export function callSuspensionReaction(
  db: TenantDb,
  receivableId: string,
  { dueAt, now }: { dueAt: Date; now: Date },
): Statement {
  return callFor(db, { ...queue, payload: { receivableId }, dueAt }, now);
}

/** The same when a request has ended that a suspension may have sent, or needs a person. */
export function lookAtSuspensionOfRequest(db: TenantDb, requestId: string, at: Date): Statement {
  const from = sql`from ${suspensions} where ${suspensions.blockRequestId} = ${requestId}
    or ${suspensions.unblockRequestId} = ${requestId} limit 1`;
  const payload = sql`json_object('receivableId', ${suspensions.receivableId})`;
  return callForFound(db, { ...queue, dueAt: at }, { payload, from }, at);
}

/** The statement of one change; it changes nothing when somebody was faster. */
export function changeSuspension(
  db: TenantDb,
  row: SuspensionRow,
  set: Partial<Omit<SuspensionRow, 'id' | 'version'>>,
): Statement {
  return db
    .update(suspensions)
    .set({ ...set, version: row.version + 1 })
    .where(and(eq(suspensions.id, row.id), eq(suspensions.version, row.version)));
}

/** The contract of a line is over: there is nothing left to bring back, to restrict or to suspend. */
export function dropOthersOfLine(db: TenantDb, { id, lineId }: SuspensionRow): Statement {
  return db
    .update(suspensions)
    .set({ state: 'cancelled', why: 'contract-ended', version: sql`${suspensions.version} + 1` })
    .where(
      and(
        eq(suspensions.lineId, lineId),
        ne(suspensions.id, id),
        notInArray(suspensions.state, [...endedStates]),
      ),
    );
}
