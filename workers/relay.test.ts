import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { finishWork, readmitWork } from '#db/tenant/queries/outbox.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { openWorld } from '#tests/setup/world.ts';
import type { Admission, QueueStore } from './queue-store.ts';
import { createRelay, type Relay } from './relay.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
let relay: Relay;
let admitted: Admission[] = [];
const errors: unknown[] = [];

beforeEach(async () => {
  world = await openWorld('mts', { lines: [await seededLine('mts', 1)] });
  admitted = [];
  const store = {
    add: async (_queue: string, added: Admission[]) => void admitted.push(...added),
    holds: async () => false,
    leads: async () => true,
  } as Partial<QueueStore> as QueueStore;
  const { databases, services } = world;
  relay = createRelay({ databases, store, now: services.now, onError: (error) => errors.push(error) });
});
afterEach(async () => {
  await relay.stop();
  await world.close();
  expect(errors).toEqual([]);
});

const call = (lane: 'interactive' | 'bulk', n: number, inMs = 0) => {
  const now = world.services.now();
  const dueAt = new Date(now.getTime() + inMs);
  return callFor(
    world.db,
    { queue: 'carrier-order', payload: { requestId: uuid(), n }, gate: 'a1', lane, dueAt },
    now,
  );
};
const numbers = () => admitted.map(({ ticket }) => (ticket.payload as { n: number }).n);
const turns = () => new Promise((resolve) => setTimeout(resolve, 60));

test('of one account a bounded number is admitted, a person before the bulk', async () => {
  await commit(
    world.db,
    Array.from({ length: 20 }, (_, n) => call('bulk', n)),
  );
  await commit(world.db, [call('interactive', 100), call('interactive', 101)]);
  relay.start();
  await turns();
  expect(numbers()).toEqual([100, 101, 0, 1, 2, 3, 4, 5]);
});

test('what ends makes room, and a person who comes later is next', async () => {
  await commit(
    world.db,
    Array.from({ length: 20 }, (_, n) => call('bulk', n)),
  );
  relay.start();
  await turns();
  await commit(world.db, [
    call('interactive', 100),
    finishWork(
      world.db,
      admitted.slice(0, 2).map(({ ticket }) => ticket.workId),
    ),
  ]);
  relay.wake('t1');
  await turns();
  expect(numbers()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 100, 8]);
});

test('work waits for its time', async () => {
  await commit(world.db, [call('interactive', 1, 5000)]);
  relay.start();
  await turns();
  expect(numbers()).toEqual([]);
  world.pass(5001);
  await turns();
  expect(numbers()).toEqual([1]);
});

test('what the queue lost is admitted again under another name', async () => {
  await commit(world.db, [call('bulk', 1)]);
  relay.start();
  await turns();
  world.pass(16_000);
  await turns();
  expect(numbers()).toEqual([1, 1]);
  expect(new Set(admitted.map(({ id }) => id)).size).toBe(2);
});

test('at a start everything that was admitted waits again', async () => {
  await commit(world.db, [call('bulk', 1)]);
  relay.start();
  await turns();
  await relay.stop();
  await commit(world.db, [readmitWork(world.db)]);
  relay.wake('t1');
  relay.start();
  await turns();
  expect(numbers()).toEqual([1, 1]);
});
