import { expect, test } from 'vitest';
import { requireAdmin } from '#app/platform/guards.ts';
import { startSession } from '#app/platform/session.ts';
import { commit } from '#db/commit.ts';
import { listOpenInvitations } from '#db/control/queries/invitations.ts';
import { listPeople } from '#db/control/queries/people.ts';
import { carrierAccounts } from '#db/control/schema.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { makeCarrierAccount } from '#seeds/factories.ts';
import { type Call, routeCall } from '#tests/setup/route-call.ts';
import { addPerson, addTenant, visit } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { action as takeFile } from './import-file.ts';
import { action as grant } from './memberships.ts';
import { action as invite } from './people.tsx';
import { action as disable } from './person-disabling.ts';
import { action as addClient } from './tenants.tsx';

async function withAdmin() {
  const { services } = await createTestServices();
  const tenantId = await addTenant(services, 1);
  const adminId = await addPerson(services, 'admin@pult.ru', [{ role: 'admin', tenantId: null }]);
  const agentId = await addPerson(services, 'agent@pult.ru', [{ role: 'agent', tenantId }]);
  const cookie = await startSession(services, adminId, visit, services.now());
  const agentCookie = await startSession(services, agentId, visit);
  type Handler = (args: never) => unknown;
  async function call(handler: Handler, each: Call, params: Record<string, string> = {}) {
    const args = { ...(await routeCall(services, { cookie, ...each })), params };
    return await handler(args as never);
  }
  return { services, tenantId, agentId, cookie, agentCookie, call };
}

const path = '/admin/people';

test('to everybody but an administrator the centre does not exist', async () => {
  const { services, cookie, agentCookie } = await withAdmin();
  const enter = async (each: string) => {
    const { request, context } = await routeCall(services, { path, cookie: each });
    return requireAdmin({ request, context, params: {} } as never, async () => new Response());
  };
  await expect(enter(agentCookie)).rejects.toMatchObject({ init: { status: 404 } });
  await expect(enter(cookie)).resolves.toBeUndefined();
});

test('an action that is reached without its guard still refuses an agent', async () => {
  const { services, agentId, agentCookie, call } = await withAdmin();
  const fields = { email: 'new@pult.ru', role: 'admin', tenantId: '' };
  const invited = await call(invite, { path, fields, cookie: agentCookie });
  expect(invited).toMatchObject({ init: { status: 403 } });
  const disabled = await call(disable, { path, fields: {}, cookie: agentCookie }, { userId: agentId });
  expect(disabled).toMatchObject({ init: { status: 403 } });
  expect(await listOpenInvitations(services.databases.control, services.now())).toEqual([]);
});

test.each([
  [{ email: 'x', role: 'agent', tenantId: 't' }, { email: 'email' }],
  [{ email: 'a@b.ru', role: 'admin', tenantId: 't' }, { tenantId: 'place' }],
  [{ email: 'a@b.ru', role: 'agent', tenantId: '' }, { tenantId: 'place' }],
  [{ email: 'a@b.ru', role: 'owner', tenantId: '' }, { role: 'other' }],
])('an invitation with %j is answered beside its field', async (fields, faults) => {
  const { call } = await withAdmin();
  expect(await call(invite, { path, fields })).toMatchObject({ data: { faults }, init: { status: 422 } });
});

test('a role at a client that does not exist is not granted', async () => {
  const { agentId, call } = await withAdmin();
  const fields = { role: 'lead', tenantId: 'nobody' };
  const granted = await call(grant, { path, fields }, { userId: agentId });
  expect(granted).toMatchObject({
    data: { error: { code: 'place-not-found' } },
    init: { status: 422 },
  });
});

test('a granted role is on the page', async () => {
  const { services, tenantId, agentId, call } = await withAdmin();
  await call(grant, { path, fields: { role: 'lead', tenantId } }, { userId: agentId });
  const person = (await listPeople(services.databases.control)).find(({ id }) => id === agentId);
  expect(person?.memberships.map(({ role }) => role).sort()).toEqual(['agent', 'lead']);
});

test('a taken address of a client is answered beside its field', async () => {
  const { call } = await withAdmin();
  const fields = { slug: 'tenant-1', name: 'Другой', colour: '#123456', timeZone: 'Europe/Moscow' };
  const added = await call(addClient, { path: '/admin/tenants', fields });
  expect(added).toMatchObject({ data: { error: { code: 'slug-taken' } }, init: { status: 409 } });
});

test('a file is taken in and reported line by line', async () => {
  const { services, tenantId, cookie } = await withAdmin();
  const { control } = services.databases;
  await commit(control, [control.insert(carrierAccounts).values(makeCarrierAccount(1, { tenantId }))]);
  const body = 'ФИО;Номер;Оператор\nИванов;+79161234567;mts\nПетров;12;mts\n';
  const { context } = await routeCall(services, { path: '/admin/imports', cookie });
  const request = new Request('http://localhost:4600/admin/imports/x/file', { method: 'POST', body });
  const answer = await takeFile({ request, context, params: { tenantId } } as never);
  const told = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(told.find(({ type }) => type === 'rejected')).toMatchObject({ row: 3, value: '12' });
  expect(told.at(-1)).toMatchObject({ type: 'done', report: { rows: 2, created: 1, rejected: 1 } });
  const db = await services.databases.openTenant(tenantId);
  expect(await db.select({ msisdn: lines.msisdn }).from(lines)).toEqual([{ msisdn: '+79161234567' }]);
});
