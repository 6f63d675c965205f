import { afterEach, expect, test } from 'vitest';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { listCatalogue } from '#db/tenant/queries/catalogue.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { addLine, openWorld } from '#tests/setup/world.ts';
import { refreshStaleCatalogues } from './refresh-stale-catalogues.ts';

const hourMs = 3_600_000;
let world: Awaited<ReturnType<typeof openWorld>>;
afterEach(() => world.close());

async function openShop() {
  const line = await seededLine('mts', 1);
  world = await openWorld('mts', { lines: [line] });
  await addLine(world, line, 'mts');
  const seen = async () => (await listCatalogue(world.db, 'mts', 'tariff'))[0]?.seenAt ?? null;
  return { refresh: () => refreshStaleCatalogues(world.services), seen };
}

test('a catalogue is asked for twice a day, once however many ask at once', async () => {
  const { refresh, seen } = await openShop();
  const first = await Promise.all([refresh(), refresh()]);
  expect(first.toSorted()).toEqual([0, 1]);
  const at = world.services.now();
  expect(await seen()).toEqual(expect.any(Date));
  world.pass(11 * hourMs);
  expect(await refresh()).toBe(0);
  world.pass(hourMs);
  expect(await refresh()).toBe(1);
  expect((await seen())?.getTime()).toBeGreaterThan(at.getTime());
});

test('a carrier that does not answer is asked again in an hour, and holds up no other work', async () => {
  const { refresh, seen } = await openShop();
  world.simulator.turn({ hangUntil: world.services.now().getTime() + hourMs / 2 });
  expect(await refresh()).toBe(0);
  expect(await refresh()).toBe(0);
  world.pass(hourMs);
  expect(await refresh()).toBe(1);
  expect(await seen()).not.toBeNull();
});

test('an account without a line is not asked', async () => {
  world = await openWorld('mts', { lines: [] });
  expect(await refreshStaleCatalogues(world.services)).toBe(0);
  const [account] = await listCarrierAccounts(world.databases.control);
  expect(account?.catalogueAskedAt).toEqual(expect.any(Date));
});
