import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import type { CarrierDesk } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Capability, Change, Failure, Msisdn, Preview } from '#carriers/port.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getOpenRequest, getRequestByFormToken } from '#db/tenant/queries/requests.ts';
import { counters } from '#db/tenant/schema/desk.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { findItemName } from './find-item-name.ts';
import type { RequestRow } from './move-request.ts';
import { nameEffects } from './name-effects.ts';
import { isCarrierKind, type Payload, subjectOf } from './request.ts';
import type { RequestRefusal } from './request-refusal.ts';

export type RequestDesk = { db: TenantDb; carriers: CarrierDesk; actor: Actor; now: Date };
export type LineRow = typeof lines.$inferSelect;

export type DraftInput = {
  lineId: string;
  payload: Payload;
  /** Made with the form: the same form sent twice makes one draft. */
  formToken: string;
  scheduledFor?: Date;
};
export type Draft = {
  id: string;
  number: number;
  version: number;
  preview: Preview | null;
  byPerson: boolean;
};

/** Asks the carrier what the change would do, and keeps the answer for the person to confirm. */
export async function draftRequest(
  desk: RequestDesk,
  input: DraftInput,
): Promise<Result<Draft, RequestRefusal>> {
  const [line] = await desk.db.select().from(lines).where(eq(lines.id, input.lineId)).limit(1);
  const bar = line && (await findBar(desk, line));
  return bar ? refuse(bar) : draftDecided(desk, input);
}

/** The same for what was decided elsewhere, by one who is not asked for a pass. */
export async function draftDecided(
  desk: RequestDesk,
  input: DraftInput,
): Promise<Result<Draft, RequestRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'request:create')) return refuse({ code: 'forbidden', action: 'request:create' });
  if (input.scheduledFor && input.scheduledFor <= now) return refuse({ code: 'date-in-the-past' });
  const formHash = hashForm(input);
  const earlier = await getRequestByFormToken(db, input.formToken);
  if (earlier) return earlier.formHash === formHash ? ok(toDraft(earlier)) : refuse({ code: 'form-reused' });
  const [line] = await db.select().from(lines).where(eq(lines.id, input.lineId)).limit(1);
  if (!line) return refuse({ code: 'line-not-found' });
  const open = await getOpenRequest(db, line.id, subjectOf(input.payload));
  if (open) return refuse({ code: 'pending-request', number: open.number });
  const previewed = await previewChange(desk, line, input.payload);
  if (!previewed.ok) return previewed;
  const itemName = await findItemName(db, line, input.payload);
  const row = { ...draftRow(desk, line, input, formHash, previewed.value), itemName };
  const written = await commit(db, writeDraft(db, row, now, actor.userId), [
    { topic: 'request', id: row.id },
  ]);
  const stored = await getRequestByFormToken(db, input.formToken);
  if (!written.ok && stored?.formHash !== formHash) return refuse({ code: 'form-reused' });
  if (!stored) return refuse({ code: 'conflict' });
  return ok(toDraft(stored));
}

/** What the carrier says the change would do. `null`: it goes to a person, no carrier was asked. */
export async function previewChange(
  desk: Pick<RequestDesk, 'db' | 'carriers'>,
  line: LineRow,
  payload: Payload,
): Promise<Result<Preview | null, RequestRefusal>> {
  if (!isCarrierChange(payload)) return ok(null);
  const { carrier, capabilities } = await desk.carriers.open(desk.db.tenantId, line.carrierAccountId);
  if (byPerson(capabilities[payload.kind])) return ok(null);
  const order = {
    orderKey: `preview-${line.id}`,
    msisdn: line.msisdn as Msisdn,
    carrierLineId: line.carrierLineId,
    change: payload,
  };
  const preview = await carrier.preview(order);
  return preview.ok
    ? ok(await nameEffects(desk.db, line, preview.value))
    : refuse(refusalOf(preview.failure));
}

export function isCarrierChange(payload: Payload): payload is Change {
  return isCarrierKind(payload.kind);
}

function byPerson(capability: Capability): boolean {
  return capability.by === 'person';
}

const unreachable: readonly Failure['class'][] = [
  'carrier_down',
  'throttled',
  'auth',
  'not_ready',
  'unknown_outcome',
];

function refusalOf(failure: Failure): RequestRefusal {
  return unreachable.includes(failure.class)
    ? { code: 'carrier-unreachable', failure }
    : { code: 'carrier-refuses', failure };
}

function hashForm(input: DraftInput): string {
  const form = [
    input.lineId,
    Object.entries(input.payload).sort(),
    input.scheduledFor?.toISOString() ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(form)).digest('hex');
}

function toDraft(row: RequestRow): Draft {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    preview: row.preview,
    byPerson: !row.preview,
  };
}

function draftRow(
  desk: RequestDesk,
  line: LineRow,
  input: DraftInput,
  formHash: string,
  preview: Preview | null,
) {
  return {
    id: uuid(),
    lineId: line.id,
    kind: input.payload.kind,
    payload: input.payload,
    subject: subjectOf(input.payload),
    state: 'draft' as const,
    version: 1,
    lane: 'interactive' as const,
    carrier: line.carrier,
    carrierAccountId: line.carrierAccountId,
    preview,
    formToken: input.formToken,
    formHash,
    scheduledFor: input.scheduledFor ?? null,
    createdBy: desk.actor.userId,
    createdAt: desk.now,
    changedAt: desk.now,
  };
}

type DraftRow = ReturnType<typeof draftRow> & { itemName: string | null };

function writeDraft(db: TenantDb, row: DraftRow, at: Date, actor: string): Statement[] {
  const nextNumber = db
    .insert(counters)
    .values({ name: 'request', value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } });
  const number = sql<number>`(select value from counters where name = 'request')`;
  return [
    nextNumber,
    db.insert(requests).values({ ...row, number }),
    db.insert(requestEvents).values({
      requestId: row.id,
      version: 1,
      event: 'drafted',
      fromState: 'draft',
      toState: 'draft',
      at,
      actor,
    }),
  ];
}
