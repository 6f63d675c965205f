import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askCode } from '#app/features/cabinet/ask-code.ts';
import { enterCode } from '#app/features/cabinet/enter-code.ts';
import { readGateway, setGateway } from '#app/features/messenger/set-gateway.ts';
import { commit } from '#db/commit.ts';
import { contactBars, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { hostMessenger, type MessengerHost } from '#seeds/host-messenger.ts';
import { openMailWorld } from '#tests/setup/mail-world.ts';

let world: Awaited<ReturnType<typeof openMailWorld>>;
let gateway: MessengerHost;
let msisdn: string;
beforeEach(async () => {
  world = await openMailWorld();
  const { services, db } = world;
  gateway = await hostMessenger(db.tenantId, 0);
  const admin = { userId: 'admin-1', name: 'Админ', roles: ['admin' as const] };
  await setGateway(services, admin, db.tenantId, 'messenger', { url: gateway.url });
  const link = await readGateway(services, db.tenantId, 'messenger');
  gateway.connect({ address: '', secret: link?.secret ?? '' });
  msisdn = (await db.select().from(lines))[0]?.msisdn ?? '';
});
afterEach(async () => {
  await gateway.close();
  await world.close();
});

async function ask() {
  const { db, services } = world;
  const from = { name: 'Волна', address: '10.0.0.1', locale: 'ru' as const };
  const asked = await askCode({ db, secretKey: services.secretKey, ...from, now: services.now() }, msisdn);
  await world.settle(30_000);
  return asked.ok ? asked.value.token : '';
}

test('a code goes to its number at any hour, and stands in no row of the database', async () => {
  const { db, services } = world;
  world.pass(16 * 3_600_000);
  const token = await ask();
  expect(gateway.taken).toMatchObject([{ channel: 'sms', to: msisdn }]);
  const [code = ''] = /^\d{6}/.exec(gateway.taken[0]?.text ?? '') ?? [];
  expect(await db.select().from(outreachAttempts)).toMatchObject([
    { purpose: 'access', state: 'sent', address: msisdn, content: expect.stringMatching(/^•{6} — код/) },
  ]);
  const tables = await db.all<{ name: string }>(sql`select name from sqlite_master where type = 'table'`);
  for (const { name } of tables.filter((table) => /^(cabinet|outreach|outbox)/.test(table.name))) {
    const rows = await db.all(sql`select * from ${sql.identifier(name)}`);
    expect(JSON.stringify(rows), name).not.toContain(code);
  }
  const entrance = {
    db,
    secretKey: services.secretKey,
    address: '10.0.0.1',
    userAgent: 'a test',
    now: services.now(),
  };
  expect((await enterCode(entrance, token, code)).ok).toBe(true);
});

test('whoever may not be called about a debt may be let into his cabinet', async () => {
  const { db, services } = world;
  const [line] = await db.select().from(lines);
  const own = { subscriberId: line?.subscriberId ?? '', kind: 'refusal' as const, proof: 'письмо' };
  const times = { from: services.now(), setBy: 'x', setAt: services.now() };
  await commit(db, [db.insert(contactBars).values({ id: 'bar-1', ...own, ...times })]);
  await ask();
  expect(gateway.taken).toHaveLength(1);
});

test('a gateway that is busy gets the same code later, and none once it is over', async () => {
  let isBusy = true;
  gateway.turn(() => (isBusy ? 'busy' : 'taken'));
  await ask();
  expect(gateway.taken).toEqual([]);
  isBusy = false;
  await world.settle(60_000);
  expect(gateway.taken).toHaveLength(1);
  isBusy = true;
  await ask();
  isBusy = false;
  world.pass(5 * 60_000);
  await world.settle(60_000);
  expect(gateway.taken).toHaveLength(1);
});
