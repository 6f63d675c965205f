import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { distrustRequests } from '#app/features/request/distrust-requests.ts';
import { makeLine, makeRequest, makeSubscriber, makeTenant } from '#seeds/factories.ts';
import { codeOf, sourceFiles } from '#tests/setup/source-files.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { backupControl, backupTenant } from './backup.ts';
import { commit } from './commit.ts';
import { numberLeap, toldNumbers } from './continue-numbers.ts';
import { openCopy, type TenantDb } from './open.ts';
import { callFor } from './outbox.ts';
import { restoreTenant } from './restore.ts';
import { counters, savedViews } from './tenant/schema/desk.ts';
import { outbox } from './tenant/schema/outbox.ts';
import { requestEvents, requests } from './tenant/schema/request.ts';
import { lines, subscribers } from './tenant/schema/subscriber.ts';

const at = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-03-01T12:00:00Z');
const tenantId = makeTenant(1).id;
const untouched = async () => null;

async function openWithCopy() {
  const world = await openTestTenant();
  const view = { id: 'v1', userId: 'u1', query: '', createdAt: at };
  await commit(world.db, [
    world.db.insert(savedViews).values({ ...view, name: 'old' }),
    world.db.insert(counters).values({ name: 'request', value: 5 }),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'pult-copies-'));
  const { path: copy } = await backupTenant(world.databases, tenantId, folder, at);
  await commit(world.db, [
    world.db.update(savedViews).set({ name: 'new' }),
    world.db.update(counters).set({ value: 7 }),
    world.db.insert(counters).values({ name: 'case', value: 3 }),
  ]);
  const viewName = async () =>
    (await (await world.databases.openTenant(tenantId)).select().from(savedViews))[0]?.name;
  return { ...world, folder, copy, viewName };
}

test('a copy is one sound file with its checksum, and brings back what was', async () => {
  const { databases, folder, copy, viewName } = await openWithCopy();
  expect(readdirSync(folder)).toEqual([
    `${tenantId}.2026-03-01T10-00-00Z.db`,
    `${tenantId}.2026-03-01T10-00-00Z.db.sha256`,
  ]);
  const { replaced } = await restoreTenant(databases, tenantId, copy, later, untouched);
  expect(await viewName()).toBe('old');
  const before = await openCopy(replaced ?? '', tenantId);
  expect(await before.select().from(savedViews)).toMatchObject([{ name: 'new' }]);
});

test('the control database is copied too', async () => {
  const { databases, folder } = await openWithCopy();
  expect(existsSync((await backupControl(databases, folder, at)).path)).toBe(true);
});

test.each([
  ['a truncated copy', (copy: string) => truncateSync(copy, 8192), 'SHA-256'],
  ['a copy with one byte more', (copy: string) => appendFileSync(copy, 'x'), 'SHA-256'],
  [
    'a wrong checksum',
    (copy: string) =>
      writeFileSync(`${copy}.sha256`, `${'0'.repeat(64)}  ${tenantId}.2026-03-01T10-00-00Z.db\n`),
    'SHA-256',
  ],
  [
    'a copy without a checksum',
    (copy: string) => renameSync(`${copy}.sha256`, `${copy}.lost`),
    'no checksum',
  ],
  [
    'a copy of another tenant',
    (copy: string) => writeFileSync(`${copy}.sha256`, `${'0'.repeat(64)}  t9.2026.db\n`),
    'not a copy of the tenant',
  ],
  ['no copy', (copy: string) => renameSync(copy, `${copy}.lost`), 'no file'],
])('%s is refused and the tenant stays as it is', async (_, spoil, message) => {
  const { databases, dataDir, copy, viewName } = await openWithCopy();
  spoil(copy);
  await expect(restoreTenant(databases, tenantId, copy, later, untouched)).rejects.toThrow(message);
  expect(await viewName()).toBe('new');
  expect(readdirSync(join(dataDir, 'tenants')).filter((name) => name.includes('.restoring'))).toEqual([]);
});

test('a database whose rows refer to nothing gives no copy', async () => {
  const { databases, db } = await openTestTenant();
  const folder = mkdtempSync(join(tmpdir(), 'pult-copies-'));
  const orphan = { requestId: 'none', version: 1, event: 'x', actor: 'a', at } as const;
  await db.$client.execute('PRAGMA foreign_keys=OFF');
  await commit(db, [db.insert(requestEvents).values({ ...orphan, fromState: 'draft', toState: 'draft' })]);
  const copying = backupTenant(databases, tenantId, folder, at);
  await expect(copying).rejects.toThrow('request_events refers to a row that is not there');
  expect(readdirSync(folder).filter((name) => !name.endsWith('.partial'))).toEqual([]);
});

test('what an interrupted copy or restore left behind is never used', async () => {
  const { databases, dataDir, folder, copy, viewName } = await openWithCopy();
  writeFileSync(join(folder, `${tenantId}.2026-03-01T11-00-00Z.db.partial`), 'half a copy');
  writeFileSync(join(dataDir, 'tenants', `${tenantId}.db.restoring`), 'half a restore');
  const { path: second } = await backupTenant(databases, tenantId, folder, later);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  await restoreTenant(databases, tenantId, copy, later, untouched);
  expect(await viewName()).toBe('old');
  await restoreTenant(databases, tenantId, second, at, untouched);
  expect(await viewName()).toBe('new');
});

test('a restore that is stopped while it prepares leaves the old database', async () => {
  const { databases, copy, viewName } = await openWithCopy();
  const stopped = restoreTenant(databases, tenantId, copy, later, () =>
    Promise.reject(new Error('the power went')),
  );
  await expect(stopped).rejects.toThrow('the power went');
  expect(await viewName()).toBe('new');
});

test.each([
  [
    'go on after those that were given out since the copy',
    () => {},
    true,
    { request: 7, case: 3, incident: 0 },
  ],
  [
    'leap when the database is damaged',
    (live: string) => writeFileSync(live, 'not a database'),
    false,
    { request: 5 + numberLeap, case: numberLeap, incident: numberLeap },
  ],
  [
    'leap when the database is lost',
    rmSync,
    false,
    { request: 5 + numberLeap, case: numberLeap, incident: numberLeap },
  ],
])('numbers %s', async (_, spoil, numbersGoOn, expected) => {
  const { databases, copy } = await openWithCopy();
  await databases.closeTenant(tenantId);
  spoil(databases.tenantFile(tenantId));
  expect(await restoreTenant(databases, tenantId, copy, later, untouched)).toMatchObject({ numbersGoOn });
  const rows = await (await databases.openTenant(tenantId)).select().from(counters);
  expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual(expected);
});

test('every number that the code gives out goes on after a restore', () => {
  const given = sourceFiles.flatMap((file) => [
    ...codeOf(file).matchAll(/select value from counters where name = '([\w-]+)'/g),
  ]);
  expect(new Set(given.map(([, name]) => name))).toEqual(new Set(toldNumbers));
});

test('what earlier restores put aside is named again', async () => {
  const { databases, copy } = await openWithCopy();
  const first = await restoreTenant(databases, tenantId, copy, at, untouched);
  const second = await restoreTenant(databases, tenantId, copy, later, untouched);
  expect(first.asideFiles).toEqual([first.replaced]);
  expect(second.asideFiles).toEqual([first.replaced, second.replaced]);
});

async function fillWithRequests(db: TenantDb) {
  const states = [
    'draft',
    'scheduled',
    'queued',
    'sending',
    'accepted',
    'unconfirmed',
    'manual',
    'done',
  ] as const;
  const sentAt = new Date('2026-03-01T09:30:00Z');
  const row = (state: (typeof states)[number], seed: number) =>
    makeRequest(seed, {
      state,
      lineId: makeLine(1).id,
      subject: `option:${seed}`,
      scheduledFor: state === 'scheduled' ? later : null,
      sentAt: ['sending', 'accepted', 'unconfirmed'].includes(state) ? sentAt : null,
    });
  const overdue = makeRequest(20, {
    state: 'scheduled',
    lineId: makeLine(1).id,
    subject: 'option:20',
    scheduledFor: at,
  });
  const work = (queue: string, seed: number) =>
    callFor(
      db,
      { queue, payload: { requestId: makeRequest(seed).id }, gate: 'g', lane: 'interactive', dueAt: at },
      at,
    );
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1)),
    db.insert(lines).values(makeLine(1)),
    db.insert(requests).values([...states.map((state, index) => row(state, index + 1)), overdue]),
    work('request-release', 2),
    work('carrier-order', 3),
    work('carrier-status', 5),
    work('carrier-reconcile', 6),
    work('request-release', 20),
  ]);
}

test('after a restore nothing that was on its way is taken for unsent', async () => {
  const { databases, db } = await openTestTenant();
  await fillWithRequests(db);
  const { path: copy } = await backupTenant(
    databases,
    tenantId,
    mkdtempSync(join(tmpdir(), 'pult-copies-')),
    at,
  );
  const now = new Date('2026-03-01T11:00:00Z');
  const { prepared } = await restoreTenant(databases, tenantId, copy, now, (staged) =>
    distrustRequests(staged, { now, copy, absenceProofMs: () => 60_000 }),
  );
  expect(prepared).toBe(5);
  const restored = await databases.openTenant(tenantId);
  const rows = await restored.select().from(requests).orderBy(requests.number);
  expect(rows.map((row) => [row.number, row.state])).toEqual([
    [1, 'draft'],
    [2, 'scheduled'],
    [3, 'unconfirmed'],
    [4, 'unconfirmed'],
    [5, 'unconfirmed'],
    [6, 'unconfirmed'],
    [7, 'manual'],
    [8, 'done'],
    [20, 'manual'],
  ]);
  expect(rows.filter((row) => row.state === 'unconfirmed').map((row) => row.unconfirmedSince)).toEqual([
    now,
    now,
    now,
    now,
  ]);
  expect(rows.find((row) => row.number === 3)?.sentAt).toEqual(makeRequest(3).changedAt);
  expect(rows.find((row) => row.number === 20)?.sentAt).toEqual(at);
  const events = await restored.select().from(requestEvents);
  expect(events.map((event) => event.event).sort()).toEqual([
    'needs-a-person',
    'restored-from-copy',
    'restored-from-copy',
    'restored-from-copy',
  ]);
  const work = await restored.select().from(outbox).orderBy(outbox.createdAt, outbox.id);
  const dueAt = new Date(now.getTime() + 60_000);
  const asked = (seed: number) => ({
    queue: 'carrier-reconcile',
    payload: { requestId: makeRequest(seed).id },
    gate: makeRequest(seed).carrierAccountId,
    dueAt,
  });
  expect(work).toMatchObject([
    { queue: 'request-release', payload: { requestId: makeRequest(2).id } },
    asked(3),
    asked(4),
    asked(5),
    asked(6),
  ]);
});
