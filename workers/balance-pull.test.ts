import { asc, eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { openBalancePulls } from '#app/features/receivable/open-balance-pulls.ts';
import { commit } from '#db/commit.ts';
import { carrierAccounts } from '#db/control/schema.ts';
import { callFor } from '#db/outbox.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { balancePulls, balanceReadings } from '#db/tenant/schema/receivable.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { addLine, openWorld } from '#tests/setup/world.ts';
import { balancePull } from './balance-pull.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
afterEach(() => world.close());

async function openWith(count: number, windows: { windowMs: number; max: number }[] = []) {
  const simulated = await Promise.all(Array.from({ length: count }, (_, index) => seededLine('mts', index)));
  world = await openWorld('mts', { lines: simulated });
  for (const line of simulated) await addLine(world, line, 'mts');
  const { control } = world.databases;
  await commit(control, [control.update(carrierAccounts).set({ windows, deadlineMs: 2000 })]);
  await openBalancePulls(world.db, world.services.now(), control);
}
const readings = () => world.db.select().from(balanceReadings).orderBy(asc(balanceReadings.at));
const pulls = () => world.db.select().from(balancePulls).orderBy(asc(balancePulls.on));
const pieceOfWork = () => ({ accountId: 'a1', on: '2026-03-02' });
const perform = () => {
  const { db, services } = world;
  const context = { db, services, tries: 0, ending: () => db.delete(outbox).where(eq(outbox.id, '')) };
  return balancePull.perform(context, pieceOfWork());
};

test('every line of an account is asked once a night, and what it said is kept with time and source', async () => {
  await openWith(25);
  await world.settle(60_000);
  expect(await pulls()).toMatchObject([{ on: '2026-03-02', asked: 25, answered: 25, failure: null }]);
  const kept = await readings();
  expect(kept).toHaveLength(25);
  expect(kept[0]).toMatchObject({ kopecks: 50_000, source: 'carrier' });
  await openBalancePulls(world.db, world.services.now(), world.databases.control);
  expect(await pulls()).toHaveLength(1);
  world.pass(24 * 3_600_000);
  await openBalancePulls(world.db, world.services.now(), world.databases.control);
  await world.settle(60_000);
  expect(await pulls()).toMatchObject([{ answered: 25 }, { on: '2026-03-03', answered: 25 }]);
  expect(await readings()).toHaveLength(25);
});

test('half of what the carrier lets through is left to people', async () => {
  await openWith(25, [{ windowMs: 1000, max: 10 }]);
  expect(await perform()).toEqual({ type: 'snooze', ms: 4000 });
});

test("a colleague's own work at the carrier comes first", async () => {
  await openWith(3);
  const { db, services } = world;
  const work = { queue: 'line-refresh', gate: 'a1', lane: 'interactive' as const, dueAt: services.now() };
  await commit(db, [callFor(db, { ...work, payload: { lineId: 'x' } }, services.now())]);
  expect(await perform()).toMatchObject({ type: 'snooze', ms: 5000 });
  expect(await pulls()).toMatchObject([{ asked: 0, cursor: '', endedAt: null }]);
  await commit(db, [db.delete(outbox).where(eq(outbox.gate, 'a1'))]);
  expect(await perform()).toEqual({ type: 'done' });
});

test('what was read before the process died is not asked again', async () => {
  await openWith(25);
  await perform();
  const [pull] = await pulls();
  expect(pull).toMatchObject({ asked: 20, answered: 20, endedAt: null });
  expect(await perform()).toEqual({ type: 'done' });
  expect(await pulls()).toMatchObject([{ asked: 25, answered: 25 }]);
});

test('an account that is kept from it is not asked, and one begun is left', async () => {
  await openWith(25);
  const { control } = world.databases;
  await perform();
  await commit(control, [control.update(carrierAccounts).set({ asksBalances: false })]);
  expect(await perform()).toMatchObject({ type: 'cancel' });
  expect(await pulls()).toMatchObject([{ asked: 20, failure: 'off' }]);
  world.pass(24 * 3_600_000);
  await openBalancePulls(world.db, world.services.now(), control);
  expect(await pulls()).toHaveLength(1);
});

test('a carrier that does not answer is left alone for a while, and a line it fails at twice is passed over', async () => {
  await openWith(2);
  world.simulator.turn({ hangUntil: Number.MAX_SAFE_INTEGER });
  expect(await perform()).toEqual({ type: 'snooze', ms: 600_000 });
  expect(await pulls()).toMatchObject([{ cursor: '', failure: 'carrier_down' }]);
  world.pass(600_000);
  expect(await perform()).toEqual({ type: 'snooze', ms: 600_000 });
  const [first] = await world.db.select().from(lines).orderBy(asc(lines.id));
  expect(await pulls()).toMatchObject([{ cursor: first?.id, endedAt: null }]);
  world.simulator.turn({ hangUntil: null });
  world.pass(600_000);
  expect(await perform()).toEqual({ type: 'done' });
  expect(await pulls()).toMatchObject([{ answered: 1, failure: null }]);
});
