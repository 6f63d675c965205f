import type { carrierAccounts, tenants } from '#db/control/schema.ts';
import type { cases } from '#db/tenant/schema/case.ts';
import type { requests } from '#db/tenant/schema/request.ts';
import type { lines, subscribers } from '#db/tenant/schema/subscriber.ts';

/**
 * Rows for tests and seeds. The same seed makes the same row; what a test is about it says in `overrides`.
 */
export type TenantRow = typeof tenants.$inferInsert;
export type CarrierAccountRow = typeof carrierAccounts.$inferInsert;
export type SubscriberRow = typeof subscribers.$inferInsert;
export type LineRow = typeof lines.$inferInsert;
export type RequestRow = typeof requests.$inferInsert;
export type CaseRow = typeof cases.$inferInsert;

export const seedTime = new Date('2026-03-01T09:00:00Z');

/** A UUIDv7 whose random part is `seed` and `room`: sorted by time, then by seed. */
export function seededId(at: Date, seed: number, room = 0): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const tail = seed.toString(16).padStart(12, '0');
  const middle = room.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-8000-${tail}`;
}

export function makeTenant(seed: number, overrides: Partial<TenantRow> = {}): TenantRow {
  return {
    id: seededId(seedTime, seed, 1),
    slug: `tenant-${seed}`,
    name: `Клиент ${seed}`,
    colour: '#1c7ed6',
    timeZone: 'Europe/Moscow',
    createdAt: seedTime,
    ...overrides,
  };
}

export function makeCarrierAccount(
  seed: number,
  overrides: Partial<CarrierAccountRow> & Pick<CarrierAccountRow, 'tenantId'>,
): CarrierAccountRow {
  return {
    id: seededId(seedTime, seed, 2),
    carrier: 'mts',
    title: `Договор ${seed}`,
    settings: {},
    credentialsSealed: '',
    windows: [],
    concurrency: 4,
    disabledKinds: [],
    version: 1,
    createdAt: seedTime,
    ...overrides,
  };
}

export function makeSubscriber(seed: number, overrides: Partial<SubscriberRow> = {}): SubscriberRow {
  return {
    id: seededId(seedTime, seed, 3),
    kind: 'person',
    name: `Абонент ${seed}`,
    contractNumber: `Д-${seed}`,
    email: null,
    note: null,
    createdAt: seedTime,
    ...overrides,
  };
}

/** `+79100000000 + seed`, of the subscriber with the same seed unless told otherwise. */
export function makeLine(seed: number, overrides: Partial<LineRow> = {}): LineRow {
  return {
    id: seededId(seedTime, seed, 4),
    subscriberId: seededId(seedTime, seed, 3),
    msisdn: `+7${9_100_000_000 + seed}`,
    carrier: 'mts',
    carrierAccountId: seededId(seedTime, 1, 2),
    carrierLineId: null,
    accountNumber: null,
    tariffCode: null,
    tariffName: null,
    blockedBy: null,
    balanceKopecks: null,
    iccid: null,
    seenAt: null,
    createdAt: seedTime,
    ...overrides,
  };
}

/** A queued request of the line with the same seed unless told otherwise. */
export function makeRequest(seed: number, overrides: Partial<RequestRow> = {}): RequestRow {
  return {
    id: seededId(seedTime, seed, 5),
    number: seed,
    lineId: seededId(seedTime, seed, 4),
    kind: 'option.connect',
    payload: { kind: 'option.connect', optionCode: 'PE0001' },
    itemName: null,
    subject: 'option:PE0001',
    state: 'queued',
    version: 1,
    lane: 'interactive',
    carrier: 'mts',
    carrierAccountId: seededId(seedTime, 1, 2),
    preview: null,
    formToken: `form-${seed}`,
    formHash: `hash-${seed}`,
    batchId: null,
    attempts: 0,
    scheduledFor: null,
    sentAt: null,
    carrierRef: null,
    unconfirmedSince: null,
    failure: null,
    createdBy: 'agent-1',
    createdAt: seedTime,
    changedAt: seedTime,
    ...overrides,
  };
}

/** An open question by e-mail, of the subscriber with the same seed unless told otherwise. */
export function makeCase(seed: number, overrides: Partial<CaseRow> = {}): CaseRow {
  return {
    id: seededId(seedTime, seed, 11),
    number: seed,
    kind: 'question',
    state: 'open',
    version: 1,
    subject: `Обращение ${seed}`,
    priority: 'normal',
    channel: 'email',
    subscriberId: seededId(seedTime, seed, 3),
    createdBy: 'agent-1',
    createdAt: seedTime,
    changedAt: seedTime,
    ...overrides,
  };
}
