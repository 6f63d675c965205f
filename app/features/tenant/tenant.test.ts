import { expect, test } from 'vitest';
import { createApiKey } from '#app/features/api-key/create-api-key.ts';
import { revokeApiKey } from '#app/features/api-key/revoke-api-key.ts';
import { listApiKeys } from '#db/control/queries/api-keys.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { apiKeys } from '#db/control/schema.ts';
import { addTenant, admin } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { createTenant } from './create-tenant.ts';
import { databaseUrlOf, TenantInput } from './tenant.ts';
import { updateTenant } from './update-tenant.ts';

const input = { slug: 'volna', name: 'Волна', colour: '#1c7ed6', timeZone: 'Europe/Moscow' };
const manager = { userId: 'a manager', name: 'Р', roles: ['manager'] as const };

test('a new tenant has a database of its own at once', async () => {
  const { services } = await createTestServices();
  const created = await createTenant(services, admin, input);
  if (!created.ok) throw new Error(created.error.code);
  expect((await services.databases.openTenant(created.value.id)).tenantId).toBe(created.value.id);
  expect(await createTenant(services, admin, input)).toMatchObject({ error: { code: 'slug-taken' } });
  expect(await createTenant(services, manager, input)).toMatchObject({ error: { code: 'forbidden' } });
});

test('a tenant is renamed, and takes no name in use', async () => {
  const { services } = await createTestServices();
  const [one, two] = [await addTenant(services, 1), await addTenant(services, 2)];
  expect(await updateTenant(services, admin, one, input)).toMatchObject({ ok: true });
  expect(await getTenant(services.databases.control, one)).toMatchObject(input);
  expect(await updateTenant(services, admin, two, input)).toMatchObject({ error: { code: 'slug-taken' } });
  expect(await updateTenant(services, admin, 'none', input)).toMatchObject({
    error: { code: 'tenant-not-found' },
  });
});

test.each([
  ['slug', { slug: 'Волна' }],
  ['slug', { slug: '../x' }],
  ['name', { name: '  ' }],
  ['colour', { colour: 'red;}' }],
  ['timeZone', { timeZone: 'Europe/Nowhere' }],
])('a wrong %s: %j', (field, wrong) => {
  const parsed = TenantInput.safeParse({ ...input, ...wrong });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});

test.each([
  [undefined, null],
  ['libsql://{tenant}.db.example.com', 'libsql://t1.db.example.com'],
  ['http://localhost:8080/{tenant}/', 'http://localhost:8080/t1/'],
])('with %s a new tenant is at %s', (tenantUrl, address) => {
  expect(databaseUrlOf(tenantUrl, 't1')).toBe(address);
});

test('an API key is shown once and revoked by its own tenant only', async () => {
  const { services } = await createTestServices();
  const [one, two] = [await addTenant(services, 1), await addTenant(services, 2)];
  const made = await createApiKey(services, admin, { tenantId: one, title: 'Сайт' });
  if (!made.ok) throw new Error(made.error.code);
  expect(made.value.key).toMatch(/^pult_[\w-]{43}$/);
  expect(JSON.stringify(await services.databases.control.select().from(apiKeys))).not.toContain(
    made.value.key,
  );
  const [{ id } = { id: '' }] = await listApiKeys(services.databases.control, one);
  expect(await revokeApiKey(services, admin, { tenantId: two, id })).toMatchObject({ ok: false });
  expect(await revokeApiKey(services, admin, { tenantId: one, id })).toMatchObject({ ok: true });
  expect((await listApiKeys(services.databases.control, one))[0]?.revokedAt).toEqual(services.now());
});
