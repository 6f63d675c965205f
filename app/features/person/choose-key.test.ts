import { expect, test } from 'vitest';
import { readPerson, startSession } from '#app/platform/session.ts';
import { addPerson, addTenant, requestWith, visit } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { chooseKey, forgetKeys } from './choose-key.ts';

test('a chosen key comes along with the person, and a refused one changes nothing', async () => {
  const { services } = await createTestServices();
  const tenantId = await addTenant(services, 1);
  const userId = await addPerson(services, 'anna@volna.ru', [{ role: 'agent', tenantId }]);
  const open = requestWith(await startSession(services, userId, visit));
  const changes = async () => (await readPerson(services, open))?.keyChanges;
  expect(await changes()).toEqual({});
  await chooseKey(services, userId, { name: 'next', code: 'KeyD' });
  await chooseKey(services, userId, { name: 'previous', code: 'KeyU' });
  const taken = await chooseKey(services, userId, { name: 'search', code: 'KeyU' });
  expect(taken).toEqual({ ok: false, error: { code: 'key-taken', by: 'previous' } });
  expect(await changes()).toEqual({ next: 'KeyD', previous: 'KeyU' });
  await forgetKeys(services, userId);
  expect(await changes()).toEqual({});
});
