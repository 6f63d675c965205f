import { expect, test } from 'vitest';
import { readCoaching } from '#app/features/coaching/read-coaching.ts';
import { addPerson, addTenant } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { seedCoaching } from './seed-coaching.ts';
import { sever } from './sever.ts';

test('somebody practises, somebody has, one is to be looked at again today, and two were', async () => {
  const { services, clock } = await createTestServices();
  const { control } = services.databases;
  const tenantId = await addTenant(services, 1);
  const add = (name: string) => addPerson(services, `${name}@example.com`, [{ role: 'agent', tenantId }]);
  const agents = await Promise.all(['olga', 'alina', 'timur'].map(add));
  const db = await services.databases.openTenant(tenantId);
  await seedCoaching({ db, control, plan: sever, leadId: 'pyotr', now: clock.now }, agents);
  const actor = { userId: 'pyotr', name: '', roles: ['lead' as const] };
  const { tasks } = await readCoaching({ db, control, actor, now: clock.now, timeZone: sever.timeZone });
  const states = tasks.map(({ state, isDue }) => `${state}${isDue ? ', due' : ''}`);
  expect(states.toSorted()).toEqual(['done', 'done, due', 'open', 'open, due', 'rechecked', 'rechecked']);
});
