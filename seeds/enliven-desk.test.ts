import { expect, onTestFinished, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { getPresence } from '#db/tenant/queries/routing.ts';
import { presences } from '#db/tenant/schema/routing.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { closeChannels, hostChannels } from './demo-channels.ts';
import { createTenants } from './demo-world.ts';
import { enlivenDesk } from './enliven-desk.ts';
import { tenantOf } from './plan.ts';
import { seedTenant } from './seed-tenant.ts';
import { sever } from './sever.ts';

const plan = { ...sever, lines: { mts: 20, beeline: 10, megafon: 10 }, requests: 0, openRequests: 0 };

async function openLife() {
  const { services } = await createTestServices();
  await createTenants(services, [plan], () => 'http://127.0.0.1:1', {});
  const db = await services.databases.openTenant(tenantOf(plan).id);
  await seedTenant(db, plan, ['olga']);
  const channels = await hostChannels([plan], 0, services.now());
  const [channel] = channels;
  if (!channel) throw new Error('There is no channel.');
  onTestFinished(() => closeChannels(channels));
  const errors: string[] = [];
  const life = {
    services,
    channel,
    origin: 'http://127.0.0.1:1',
    colleagues: ['larisa'],
    paceMs: 5,
    onError: (error: unknown) => void errors.push(String(error)),
  };
  return { db, life, channel, errors, now: services.now() };
}

test('letters come by themselves, and a gateway that is not connected is told, not fatal', async () => {
  const { life, channel, errors } = await openLife();
  onTestFinished(await enlivenDesk(life));
  await expect.poll(() => channel.mail.ledger.delivered.length, { timeout: 10_000 }).toBeGreaterThan(1);
  await expect.poll(() => errors.length, { timeout: 10_000 }).toBeGreaterThan(0);
});

test('colleagues who only look present do not fall silent', async () => {
  const { db, life, now } = await openLife();
  const long = new Date(now.getTime() - 3_600_000);
  const present = { userId: 'larisa', state: 'online' as const, since: long, seenAt: long };
  await commit(db, [db.insert(presences).values(present)]);
  const stop = await enlivenDesk({ ...life, paceMs: 60_000 });
  stop();
  expect((await getPresence(db, 'larisa'))?.seenAt).toEqual(now);
});
