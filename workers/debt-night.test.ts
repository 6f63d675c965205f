import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNight } from '#app/features/ladder/open-night.ts';
import type { StrategyRules } from '#app/features/ladder/strategy.ts';
import { commit } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { callTasks, debtRuns, ladderMoves, strategies, strategyVersions } from '#db/tenant/schema/ladder.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openWorld } from '#tests/setup/world.ts';
import { schedule } from './schedule.ts';

const minute = 60_000;
const rules: StrategyRules = {
  entry: { leastKopecks: 5000, subscribers: 'all', carriers: [], leastRiskPerMille: 0 },
  steps: [{ day: 1, action: 'call', text: '' }],
};
let world: Awaited<ReturnType<typeof openWorld>>;

beforeEach(async () => {
  world = await openWorld('mts', { lines: [await seededLine('mts', 1)] });
  const { db } = world;
  const at = world.services.now();
  const version = { strategyId: 's', number: 1, rules, savedBy: 'm', savedAt: at, inForceFrom: at };
  await commit(db, [
    db.insert(strategies).values({ id: 's', name: 'Первая', createdBy: 'm', createdAt: at }),
    db.insert(strategyVersions).values(version),
  ]);
  await addReceivable(db, 'r1', [{ dueOn: '2026-03-01', kopecks: 20_000 }]);
});
afterEach(() => world.close());

const nightWork = () => world.db.select().from(outbox).where(eq(outbox.queue, 'debt-night'));

test('the schedule calls for the night, the worker walks it to its end', async () => {
  await schedule.find(({ name }) => name === 'debt-night')?.perform(world.services);
  expect(await nightWork()).toMatchObject([{ payload: { on: '2026-03-02' }, gate: 'debt-night' }]);
  await world.settle(minute);
  expect(await nightWork()).toEqual([]);
  expect((await world.db.select().from(debtRuns))[0]?.endedAt).not.toBeNull();
  expect(await world.db.select().from(callTasks)).toMatchObject([{ receivableId: 'r1', on: '2026-03-02' }]);
});

test('work that comes a second time, as after a death before its end was written, does nothing', async () => {
  const { db, services } = world;
  await openNight(db, services.now(), services.databases.control);
  await world.settle(minute);
  const before = await db.select().from(ladderMoves);
  const work = {
    queue: 'debt-night',
    payload: { on: '2026-03-02' },
    gate: 'debt-night',
    lane: 'bulk',
  } as const;
  await commit(db, [callFor(db, { ...work, dueAt: services.now() }, services.now())]);
  await world.settle(minute);
  expect(await nightWork()).toEqual([]);
  expect(await db.select().from(ladderMoves)).toEqual(before);
});

test('the work of a night that was never opened is given up', async () => {
  const { db, services } = world;
  const work = {
    queue: 'debt-night',
    payload: { on: '2026-01-01' },
    gate: 'debt-night',
    lane: 'bulk',
  } as const;
  await commit(db, [callFor(db, { ...work, dueAt: services.now() }, services.now())]);
  await world.settle(minute);
  expect(await nightWork()).toEqual([]);
  expect(await db.select().from(debtRuns)).toEqual([]);
});
