import { beforeEach, expect, test } from 'vitest';
import { createApiKey } from '#app/features/api-key/create-api-key.ts';
import { revokeApiKey } from '#app/features/api-key/revoke-api-key.ts';
import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { listApiKeys } from '#db/control/queries/api-keys.ts';
import type { TenantDb } from '#db/open.ts';
import { journalEntries, receivables } from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { routeCall } from '#tests/setup/route-call.ts';
import { addTenant, admin } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import * as hook from './billing.ts';

let services: Services;
let db: TenantDb;
let tenantId: string;
let key: string;
const by = { ...admin, roles: [...admin.roles] };

beforeEach(async () => {
  ({ services } = await createTestServices());
  tenantId = await addTenant(services, 1);
  db = await services.databases.openTenant(tenantId);
  const made = await createApiKey(services, by, { tenantId, title: 'Биллинг' });
  key = made.ok ? made.value.key : '';
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { contractNumber: 'В-1' })),
    db.insert(lines).values(makeLine(1, { msisdn: '+79161234567' })),
  ]);
});

const on = '2026-01-10';
const charge = { id: 'c1', kind: 'charge', account: 'В-1', amountKopecks: 50_000, on, dueOn: '2026-01-25' };
const payment = { id: 'p1', kind: 'payment', number: '8 916 123-45-67', amountKopecks: 20_000, on };

async function tell(told: unknown, { slug = 'tenant-1', bearer = key, length = true } = {}) {
  const body = JSON.stringify(told);
  const headers = {
    Authorization: `Bearer ${bearer}`,
    ...(length ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}),
  };
  const path = `/hooks/billing/${slug}`;
  const { context } = await routeCall(services, { path });
  const request = new Request(`http://localhost:4600${path}`, { method: 'POST', body, headers });
  const answer = await hook.action({ request, params: { tenant: slug }, context } as never);
  return { status: answer.status, said: await answer.json() };
}

test('each row is answered in its place, and a faulty one holds up none of the others', async () => {
  const told = await tell({
    entries: [
      charge,
      { ...payment, amountKopecks: -5, id: 'p0' },
      { ...payment, on: '2026-02-31' },
      payment,
      { ...charge, id: 'c9', account: 'В-9' },
      { ...charge, id: 'c8', dueOn: null },
      'чепуха',
    ],
  });
  expect(told.status).toBe(200);
  expect(told.said.entries).toMatchObject([
    { id: 'c1', outcome: 'booked' },
    { id: 'p0', error: 'not-positive' },
    { id: 'p1', error: 'faulty', faults: [{ path: 'on' }] },
    { id: 'p1', outcome: 'booked' },
    { id: 'c9', error: 'unknown-account' },
    { id: 'c8', error: 'faulty' },
    { id: null, error: 'faulty' },
  ]);
  const owed = await db.select().from(receivables);
  expect(owed.map(({ balanceKopecks }) => balanceKopecks).toSorted()).toEqual([-20_000, 50_000]);
});

test('told again it is known, told otherwise it is refused', async () => {
  await tell({ entries: [charge] });
  expect((await tell({ entries: [charge] })).said.entries).toEqual([{ id: 'c1', outcome: 'known' }]);
  const other = await tell({ entries: [{ ...charge, amountKopecks: 1 }] });
  expect(other.said.entries).toEqual([{ id: 'c1', error: 'entry-differs' }]);
  expect(await db.select().from(journalEntries)).toHaveLength(1);
});

test.each([
  ['a wrong key', { bearer: `pult_${'x'.repeat(43)}` }, 401],
  ['another company', { slug: 'tenant-2' }, 401],
  ['no company', { slug: 'nobody' }, 401],
  ['no length', { length: false }, 413],
])('%s is turned away', async (_, how, status) => {
  await addTenant(services, 2);
  expect((await tell({ entries: [charge] }, how)).status).toBe(status);
  expect(await db.select().from(journalEntries)).toEqual([]);
});

test('a key that was withdrawn tells nothing any more', async () => {
  const [made] = await listApiKeys(services.databases.control, tenantId);
  await revokeApiKey(services, by, { tenantId, id: made?.id ?? '' });
  expect((await tell({ entries: [charge] })).status).toBe(401);
});

test.each([
  ['nothing', { entries: [] }],
  ['more than one batch holds', { entries: Array.from({ length: 401 }, () => charge) }],
])('%s is refused whole', async (_, told) => {
  expect((await tell(told)).status).toBe(422);
});
