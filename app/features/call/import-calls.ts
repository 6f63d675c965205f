import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { parsePhone } from '#app/features/subscriber/phone.ts';
import { CsvBroken, type CsvRow, readCsv } from '#app/platform/read-csv.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listContactsOfCalls, listExtensions, listLinesByNumber } from '#db/tenant/queries/calls.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import {
  type CallColumn,
  type CallLayout,
  type CallRecord,
  type CallRejection,
  layOutCalls,
  readCallRecord,
} from './call-record.ts';

export type CallImport = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  /** The first of them. */
  rejections: CallRejection[];
};
export type CallImportRefusal =
  | { code: 'forbidden' }
  | { code: 'columns'; missing: CallColumn[] }
  | { code: 'csv-broken'; row: number; report: CallImport };
type ImportDesk = { db: TenantDb; actor: Actor; timeZone: string; now: Date };

const rowsPerBatch = 500;
const rejectionsTold = 200;

/**
 * Takes in a file of call records. A call that is known by its id is brought up to date and keeps its case, so
 * the same file may be read again; calls that the exchange told of itself are completed.
 */
export async function importCalls(
  desk: ImportDesk,
  file: AsyncIterable<Uint8Array>,
): Promise<Result<CallImport, CallImportRefusal>> {
  if (!can(desk.actor, 'subscriber:import')) return refuse({ code: 'forbidden' });
  const report: CallImport = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, rejections: [] };
  const rows = readCsv(file);
  try {
    const head = await rows.next();
    const layout = layOutCalls(head.done ? [] : head.value.cells);
    if (!layout.ok) return layout;
    await importRows(desk, rows, layout.value, report);
    return ok(report);
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error;
    return refuse({ code: 'csv-broken', row: error.row, report });
  }
}

async function importRows(
  desk: ImportDesk,
  rows: AsyncIterable<CsvRow>,
  layout: CallLayout,
  report: CallImport,
): Promise<void> {
  // By id: of a call that stands twice in the file the last row holds.
  let batch = new Map<string, CallRecord>();
  const store = async () => {
    await storeCalls(desk, [...batch.values()], report);
    batch = new Map();
  };
  for await (const { row, cells } of rows) {
    report.rows += 1;
    const read = readCallRecord(row, cells, layout, desk.timeZone);
    if (read.ok) batch.set(read.value.callId, read.value);
    else {
      report.rejected += 1;
      report.rejections.push(...read.error.rejections.slice(0, rejectionsTold - report.rejections.length));
    }
    if (batch.size === rowsPerBatch) await store();
  }
  await store();
}

async function storeCalls(desk: ImportDesk, calls: CallRecord[], report: CallImport): Promise<void> {
  if (calls.length === 0) return;
  const around = await readAround(desk.db, calls);
  const statements = calls.flatMap((call): Statement[] => {
    const before = around.known.get(call.callId);
    const told = toldBy(call, before, around.seats);
    const outcome = !before ? 'created' : isSame(before, told) ? 'unchanged' : 'updated';
    report[outcome] += 1;
    if (!before) return [insertCall(desk, call, told, around)];
    if (outcome === 'unchanged') return [];
    return [desk.db.update(contacts).set(told).where(eq(contacts.id, before.id))];
  });
  const written = statements.length === 0 || (await commit(desk.db, statements)).ok;
  if (!written) throw new Error('The exchange told of one of these calls meanwhile. Read the file again.');
}

type Around = Awaited<ReturnType<typeof readAround>>;

/** What is known of these calls, of their numbers and of who sits where. */
async function readAround(db: TenantDb, calls: CallRecord[]) {
  const ids = calls.map(({ callId }) => callId);
  const known = new Map((await listContactsOfCalls(db, ids)).map((row) => [row.externalId, row]));
  const seats = new Map((await listExtensions(db)).map(({ number, userId }) => [number, userId]));
  const e164 = new Map<string, string>();
  for (const { number } of calls) {
    const parsed = parsePhone(number);
    if (parsed.ok) e164.set(number, parsed.value);
  }
  const found = await listLinesByNumber(db, [...e164.values()]);
  return { known, seats, e164, lines: new Map(found.map((line) => [line.msisdn, line])) };
}

function toldBy(call: CallRecord, before: Told | undefined, seats: Around['seats']): Told {
  const { startedAt, endedAt, waitMs, talkMs, holdMs } = call;
  const agentId = (call.extension && seats.get(call.extension)) ?? before?.agentId ?? null;
  const recordingUrl = call.recordingUrl ?? before?.recordingUrl ?? null;
  return { startedAt, endedAt, waitMs, talkMs, holdMs, agentId: agentId || null, recordingUrl };
}

function insertCall(
  { db, now }: ImportDesk,
  call: CallRecord,
  told: Told,
  { e164, lines }: Around,
): Statement {
  const msisdn = e164.get(call.number);
  const line = msisdn === undefined ? undefined : lines.get(msisdn);
  return db.insert(contacts).values({
    id: uuid(),
    channel: 'call',
    direction: call.direction,
    externalId: call.callId,
    createdAt: now,
    address: msisdn ?? call.number,
    lineId: line?.id ?? null,
    subscriberId: line?.subscriberId ?? null,
    ...told,
  });
}

type Told = Pick<
  typeof contacts.$inferSelect,
  'startedAt' | 'endedAt' | 'waitMs' | 'talkMs' | 'holdMs' | 'agentId' | 'recordingUrl'
>;

function isSame(before: Told, told: Told): boolean {
  const essence = ({ startedAt, endedAt, waitMs, talkMs, holdMs, agentId, recordingUrl }: Told) =>
    JSON.stringify([startedAt, endedAt, waitMs, talkMs, holdMs, agentId, recordingUrl]);
  return essence(before) === essence(told);
}
