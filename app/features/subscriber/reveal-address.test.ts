import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { listCaseContacts } from '#db/tenant/queries/case-detail.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { agent, openCaseWorld } from '#tests/setup/test-cases.ts';
import { revealContact, revealEmail, revealPostalAddress } from './reveal-address.ts';

const client: Actor = { userId: 'client-1', name: 'З', roles: ['client'] };

test('an address is shown whole once its reason is written down, and to nobody who may not', async () => {
  const world = await openCaseWorld();
  const { caseId } = await world.write('Не работает интернет');
  const [contact] = await listCaseContacts(world.db, caseId, 1);
  const asked = { contactId: contact?.id ?? '', reason: 'Написать абоненту' };
  expect(await revealContact(world.desk(client), asked)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await world.db.select().from(accessLog)).toEqual([]);
  expect(await revealContact(world.desk(), asked)).toEqual({
    ok: true,
    value: { address: 'anna@example.com' },
  });
  const { id: subscriberId } = world.subscriber;
  await commit(world.db, [world.db.update(subscribers).set({ email: 'anna@mail.example' })]);
  const shown = await revealEmail(world.desk(), { subscriberId, reason: 'Проверить личность' });
  expect(shown).toEqual({ ok: true, value: { address: 'anna@mail.example' } });
  const postalAddress = '190000, Санкт-Петербург, Невский пр., 1';
  await commit(world.db, [world.db.update(subscribers).set({ postalAddress })]);
  const posted = await revealPostalAddress(world.desk(), { subscriberId, reason: 'Отправить письмо' });
  expect(posted).toEqual({ ok: true, value: { address: postalAddress } });
  const log = await world.db.select().from(accessLog);
  expect(log[2]).toMatchObject({ field: `postal-address:${subscriberId}`, reason: 'Отправить письмо' });
  expect(log[0]).toMatchObject({ userId: agent.userId, subscriberId, field: `contact:${contact?.id}` });
  expect(log[1]).toMatchObject({ field: `email:${subscriberId}`, reason: 'Проверить личность' });
});

test('what is not there is not found', async () => {
  const world = await openCaseWorld();
  const refused = { error: { code: 'address-not-found' } };
  const reason = 'Проверить';
  expect(await revealContact(world.desk(), { contactId: 'none', reason })).toMatchObject(refused);
  expect(await revealEmail(world.desk(), { subscriberId: 'none', reason })).toMatchObject(refused);
});
