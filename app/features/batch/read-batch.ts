import type { Actor } from '#app/features/access/can.ts';
import { readRequestList } from '#app/features/request/read-request-list.ts';
import type { RequestState } from '#app/features/request/request.ts';
import { finalStates } from '#app/features/request/request.ts';
import { subjectOf } from '#app/features/request/request-item.ts';
import { parseRequestQuery } from '#app/features/request/request-query.ts';
import { maskMsisdn, parsePhone } from '#app/features/subscriber/phone.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getBatch, listBatches, listBatchRejects } from '#db/tenant/queries/batches.ts';
import { countBatch } from '#db/tenant/queries/requests.ts';
import type { RejectReason } from './batch.ts';

type Desk = { db: TenantDb; control: ControlDb; actor: Actor };
export type BatchItem = Awaited<ReturnType<typeof readBatches>>[number];
export type BatchDetail = NonNullable<Awaited<ReturnType<typeof readBatch>>>;

const batchesShown = 50;

/** The latest batches with how far each is. */
export async function readBatches({ db, control }: Desk) {
  const rows = await listBatches(db, batchesShown);
  const names = await namesOf(
    control,
    rows.map(({ createdBy }) => createdBy),
  );
  return Promise.all(rows.map((row) => toBatchItem(db, row, names)));
}

/** A batch with its progress, the first page of its requests, and the rows that became none. */
export async function readBatch(desk: Desk, batchId: string) {
  const row = await getBatch(desk.db, batchId);
  if (!row) return null;
  const query = { ...parseRequestQuery(new URLSearchParams()), batchId };
  return {
    ...(await toBatchItem(desk.db, row, await namesOf(desk.control, [row.createdBy]))),
    ...(await readRequestList(desk, query)),
    rejects: (await listBatchRejects(desk.db, batchId)).map(maskReject),
  };
}

/** What people paste is mostly whole numbers. */
export function maskReject({ row, text, reason }: { row: number; text: string; reason: string }) {
  const phone = parsePhone(text);
  return { row, text: phone.ok ? maskMsisdn(phone.value) : text, reason: reason as RejectReason };
}

type BatchRow = NonNullable<Awaited<ReturnType<typeof getBatch>>>;

async function toBatchItem(db: TenantDb, row: BatchRow, names: Record<string, string>) {
  const counts = await countBatch(db, row.id);
  const { id, title, createdAt, payload } = row;
  return {
    id,
    title,
    createdAt,
    counts,
    kind: payload.kind,
    subject: subjectOf(row),
    author: names[row.createdBy] ?? null,
    progress: progressOf(counts),
  };
}

/** `failed`: what can be tried again. */
export function progressOf(counts: Partial<Record<RequestState, number>>) {
  const sum = (states: readonly RequestState[]) =>
    states.reduce((total, state) => total + (counts[state] ?? 0), 0);
  const all = Object.values(counts).reduce((total, n) => total + n, 0);
  return { all, done: sum(finalStates), failed: sum(['refused', 'cancelled']) };
}
