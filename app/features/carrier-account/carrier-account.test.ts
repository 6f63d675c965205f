import { expect, test } from 'vitest';
import type { Services } from '#app/platform/context.ts';
import { type Carrier, type CarrierLine, DialError, Msisdn, type Read } from '#carriers/port.ts';
import { listAudit } from '#db/control/queries/audit.ts';
import { getCarrierAccount, listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { addTenant, admin } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import { changeKinds, judgeConnection } from './carrier-account.ts';
import { createCarrierAccount } from './create-carrier-account.ts';
import { tryConnection } from './try-connection.ts';
import { updateCarrierAccount } from './update-carrier-account.ts';

const input = {
  title: 'Договор 1',
  settings: {},
  credentials: { consumerKey: 'key-1', consumerSecret: 'planted-secret' },
  windows: [{ windowMs: 1000, max: 3 }],
  concurrency: 4,
  deadlineMs: 30_000,
  disabledKinds: [],
  asksBalances: true,
};
const agent = { userId: 'an agent', name: 'Агент', roles: ['manager'] as const };
const number = Msisdn.parse('+79161234567');

async function withAccount() {
  const { services } = await createTestServices();
  const clock = { now: services.now, sleep: async () => {} };
  services.carriers = createCarrierDesk(services.databases.control, services.secretKey, clock);
  const tenantId = await addTenant(services, 1);
  const created = await createCarrierAccount(services, admin, { tenantId, carrier: 'mts' }, input);
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return { services, tenantId, id: created.value.id };
}

test('credentials are sealed, and neither they nor their change are in the audit', async () => {
  const { services, tenantId, id } = await withAccount();
  const changed = { ...input, credentials: { consumerKey: '', consumerSecret: 'planted-too' } };
  expect(await updateCarrierAccount(services, admin, { tenantId, id, version: 1 }, changed)).toMatchObject({
    ok: true,
  });
  const { control } = services.databases;
  const stored = JSON.stringify([await listCarrierAccounts(control), await listAudit(control, 9)]);
  expect(stored).not.toContain('planted');
  expect(stored).toContain('newCredentials');
  expect((await services.carriers.open(tenantId, id)).capabilities['option.connect'].by).toBe('carrier');
});

test('a form filled from an older version changes nothing', async () => {
  const { services, tenantId, id } = await withAccount();
  const account = { tenantId, id, version: 1 };
  await updateCarrierAccount(services, admin, account, { ...input, title: 'Первый' });
  const late = await updateCarrierAccount(services, admin, account, { ...input, title: 'Второй' });
  expect(late).toMatchObject({ error: { code: 'conflict' } });
  expect(await getCarrierAccount(services.databases.control, tenantId, id)).toMatchObject({
    title: 'Первый',
    version: 2,
  });
});

test.each([
  ['settings of no MTS account', { ...input, settings: { baseUrl: 'not an address' } }, 'wrong-settings'],
  ['a missing credential', { ...input, credentials: { consumerKey: 'k' } }, 'credentials-faulty'],
] as const)('%s are refused', async (_name, wrong, code) => {
  const { services, tenantId } = await withAccount();
  const refused = await createCarrierAccount(services, admin, { tenantId, carrier: 'mts' }, wrong);
  expect(refused).toMatchObject({ ok: false, error: { code } });
});

test('only an administrator, and never through another tenant', async () => {
  const { services, tenantId, id } = await withAccount();
  const foreign = await addTenant(services, 2);
  const place = { tenantId, carrier: 'mts' };
  const forbidden = { error: { code: 'forbidden' } };
  expect(await createCarrierAccount(services, agent, place, input)).toMatchObject(forbidden);
  expect(await updateCarrierAccount(services, agent, { tenantId, id, version: 1 }, input)).toMatchObject(
    forbidden,
  );
  expect(await tryConnection(services, agent, { tenantId, id }, number)).toMatchObject(forbidden);
  const absent = { error: { code: 'carrier-account-not-found' } };
  expect(await tryConnection(services, admin, { tenantId: foreign, id }, number)).toMatchObject(absent);
  const across = { tenantId: foreign, id, version: 1 };
  expect(await updateCarrierAccount(services, admin, across, input)).toMatchObject(absent);
});

const failing = (failureClass: 'not_found' | 'auth' | 'carrier_down' | 'throttled') =>
  ({ ok: false, failure: { class: failureClass, code: '1', text: 't' } }) as const;
test.each([
  [
    { ok: true, value: { tariff: { name: 'Супер' } } },
    { verdict: 'answered', tariff: 'Супер' },
  ],
  [
    { ok: true, value: { tariff: null } },
    { verdict: 'answered', tariff: null },
  ],
  [failing('not_found'), { verdict: 'answered' }],
  [failing('auth'), { verdict: 'refused' }],
  [failing('carrier_down'), { verdict: 'unreachable' }],
  [failing('throttled'), { verdict: 'unreachable' }],
] as const)('%j is judged %j', (read, verdict) => {
  expect(judgeConnection(read)).toMatchObject(verdict);
});

test('a carrier that cannot be dialled is unreachable', async () => {
  const { services, tenantId, id } = await withAccount();
  const carrier = {
    getLine: (): Promise<Read<CarrierLine>> => Promise.reject(new DialError('not_sent', false, 'refused')),
  } as unknown as Carrier;
  const open: Services['carriers']['open'] = async (...account) => ({
    ...(await services.carriers.open(...account)),
    carrier,
  });
  const away = { ...services, carriers: { ...services.carriers, open } };
  expect(await tryConnection(away, admin, { tenantId, id }, number)).toMatchObject({
    value: { verdict: 'unreachable' },
  });
});

test('the kinds an account may lack are those of the port', () => {
  expect(changeKinds).toContain('sim.replace');
  expect(changeKinds).toHaveLength(8);
});
