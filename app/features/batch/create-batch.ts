import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { findBar, type NotAdmitted } from '#app/features/admission/find-bar.ts';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import { findItemName } from '#app/features/request/find-item-name.ts';
import { subjectOf } from '#app/features/request/request.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getBatch } from '#db/tenant/queries/batches.ts';
import { counters } from '#db/tenant/schema/desk.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { batches, batchRejects, requestEvents, requests } from '#db/tenant/schema/request.ts';
import { type BatchInput, type BatchPlan, type PlannedLine, planBatch } from './plan-batch.ts';

export type BatchRefusal =
  | NotAdmitted
  | { code: 'forbidden'; action: 'request:batch' }
  | { code: 'nothing-to-do' }
  /** A line got an open request meanwhile: look at the plan again. */
  | { code: 'conflict' };
export type CreatedBatch = { id: string; accepted: number; rejected: number };

/** Rows an insert carries; bounded by SQLite's limit of bound values. */
const rowsPerInsert = 200;

/**
 * Makes one request a line, all in one batch, in the lane that never holds up a person's own requests.
 * `id` is made with the form: sent twice, it makes one batch.
 */
export async function createBatch(
  desk: RequestDesk,
  input: BatchInput & { id: string; title: string },
): Promise<Result<CreatedBatch, BatchRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'request:batch')) return refuse({ code: 'forbidden', action: 'request:batch' });
  const bar = await findBar(desk, input);
  if (bar) return refuse(bar);
  const plan = await planBatch(desk, input);
  const sizes = { id: input.id, accepted: plan.accepted.length, rejected: plan.rejects.length };
  if (await getBatch(db, input.id)) return ok(sizes);
  const [first] = plan.accepted;
  if (!first) return refuse({ code: 'nothing-to-do' });
  const itemName = await findItemName(db, { id: first.lineId, carrier: input.carrier }, input.change);
  const batch = db.insert(batches).values({
    id: input.id,
    title: input.title,
    payload: input.change,
    itemName,
    createdBy: actor.userId,
    createdAt: now,
  });
  const written = await commit(
    db,
    [
      batch,
      ...(await requestStatements(desk, { ...input, itemName }, plan)),
      ...rejectStatements(desk, input.id, plan),
    ],
    [{ topic: 'batch', id: input.id }],
  );
  return written.ok ? ok(sizes) : refuse({ code: 'conflict' });
}

type NamedBatch = BatchInput & { id: string; itemName: string | null };

async function requestStatements(desk: RequestDesk, input: NamedBatch, plan: BatchPlan) {
  const { db, actor, now } = desk;
  const byPerson = new Map<string, boolean>();
  for (const accountId of new Set(plan.accepted.map((line) => line.carrierAccountId))) {
    const { capabilities } = await desk.carriers.open(db.tenantId, accountId);
    byPerson.set(accountId, capabilities[input.change.kind].by === 'person');
  }
  const count = plan.accepted.length;
  const numbers = db
    .insert(counters)
    .values({ name: 'request', value: count })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + ${count}` } });
  const rows = plan.accepted.map((line, index) => {
    const state = byPerson.get(line.carrierAccountId) ? ('manual' as const) : ('queued' as const);
    const number = sql<number>`(select value from counters where name = 'request') - ${count - 1 - index}`;
    return {
      ...requestRow(input, line),
      state,
      number,
      createdBy: actor.userId,
      createdAt: now,
      changedAt: now,
    };
  });
  const events = rows.map((row) => ({
    requestId: row.id,
    version: 1,
    event: row.state === 'manual' ? 'given-to-a-person' : 'submitted',
    fromState: 'draft' as const,
    toState: row.state,
    at: now,
    actor: actor.userId,
    note: { batchId: input.id },
  }));
  const work = rows
    .filter((row) => row.state === 'queued')
    .map((row) => ({
      id: uuid(),
      queue: 'carrier-order',
      payload: { requestId: row.id },
      gate: row.carrierAccountId,
      lane: 'bulk' as const,
      dueAt: now,
      createdAt: now,
    }));
  return [
    numbers,
    ...inChunks(rows).map((chunk) => db.insert(requests).values(chunk)),
    ...inChunks(events).map((chunk) => db.insert(requestEvents).values(chunk)),
    ...inChunks(work).map((chunk) => db.insert(outbox).values(chunk)),
  ];
}

function requestRow(input: NamedBatch, line: PlannedLine) {
  return {
    id: uuid(),
    lineId: line.lineId,
    kind: input.change.kind,
    payload: input.change,
    itemName: input.itemName,
    subject: subjectOf(input.change),
    version: 1,
    lane: 'bulk' as const,
    carrier: input.carrier,
    carrierAccountId: line.carrierAccountId,
    formToken: `${input.id}.${line.lineId}`,
    formHash: input.id,
    batchId: input.id,
  };
}

function rejectStatements({ db }: RequestDesk, batchId: string, plan: BatchPlan): Statement[] {
  return inChunks(plan.rejects.map((reject) => ({ batchId, ...reject }))).map((chunk) =>
    db.insert(batchRejects).values(chunk),
  );
}

function inChunks<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerInsert) }, (_, i) =>
    rows.slice(i * rowsPerInsert, (i + 1) * rowsPerInsert),
  );
}
