import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { declareIncident } from '#app/features/incident/declare-incident.ts';
import { updateIncident } from '#app/features/incident/update-incident.ts';
import { commit } from '#db/commit.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { carrierAccounts } from '#db/control/schema.ts';
import { callFor } from '#db/outbox.ts';
import { finishWork, readmitWork } from '#db/tenant/queries/outbox.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { lead, openWorld } from '#tests/setup/world.ts';
import type { Admission, QueueStore } from './queue-store.ts';
import { createRelay, type Relay } from './relay.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
let relay: Relay;
let admitted: Admission[] = [];
let use = 0;
const errors: unknown[] = [];

beforeEach(async () => {
  world = await openWorld('mts', { lines: [await seededLine('mts', 1)] });
  admitted = [];
  use = 0;
  const store = {
    add: async (_queue: string, added: Admission[]) => void admitted.push(...added),
    holds: async () => false,
    leads: async () => true,
  } as Partial<QueueStore> as QueueStore;
  const { databases, services } = world;
  const onError = (error: unknown) => errors.push(error);
  relay = createRelay({ databases, store, now: services.now, onError, loopUse: () => use });
});
afterEach(async () => {
  await relay.stop();
  await world.close();
  expect(errors).toEqual([]);
});

const call = (lane: 'interactive' | 'bulk', n: number, inMs = 0, gate = 'a1') => {
  const now = world.services.now();
  const dueAt = new Date(now.getTime() + inMs);
  return callFor(
    world.db,
    { queue: 'carrier-order', payload: { requestId: uuid(), n }, gate, lane, dueAt },
    now,
  );
};
const numbers = () => admitted.map(({ ticket }) => (ticket.payload as { n: number }).n);
const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
/** Waits for so many, and then for one too many. */
async function admits(count: number) {
  await vi.waitFor(() => expect(admitted.length).toBeGreaterThanOrEqual(count), { timeout: 10_000 });
  await pause();
}

test('of one account a bounded number is admitted, a person before the bulk', async () => {
  await commit(
    world.db,
    Array.from({ length: 20 }, (_, n) => call('bulk', n)),
  );
  await commit(world.db, [call('interactive', 100), call('interactive', 101)]);
  relay.start();
  await admits(8);
  expect(numbers()).toEqual([100, 101, 0, 1, 2, 3, 4, 5]);
});

test('each gate has room of its own, and what waits for later holds up nobody', async () => {
  const { control } = world.databases;
  const [account] = await listCarrierAccounts(control);
  if (!account) throw new Error('The world has no carrier account.');
  await commit(control, [
    control.insert(carrierAccounts).values({ ...account, id: 'a2', title: 'Договор 2' }),
  ]);
  await commit(world.db, [
    call('interactive', 1, 60_000),
    ...Array.from({ length: 20 }, (_, n) => call('bulk', 100 + n)),
    call('bulk', 2, 0, 'a2'),
  ]);
  relay.start();
  await admits(9);
  expect(numbers().toSorted((a, b) => a - b)).toEqual([2, 100, 101, 102, 103, 104, 105, 106, 107]);
});

test('what ends makes room, and a person who comes later is next', async () => {
  await commit(
    world.db,
    Array.from({ length: 20 }, (_, n) => call('bulk', n)),
  );
  relay.start();
  await admits(8);
  await commit(world.db, [
    call('interactive', 100),
    finishWork(
      world.db,
      admitted.slice(0, 2).map(({ ticket }) => ticket.workId),
    ),
  ]);
  relay.wake('t1');
  await admits(10);
  expect(numbers()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 100, 8]);
});

test('while the process is busy only people come in', async () => {
  use = 0.9;
  await commit(world.db, [call('bulk', 1), call('interactive', 100)]);
  relay.start();
  await admits(1);
  expect(numbers()).toEqual([100]);
  use = 0.1;
  relay.wake('t1');
  await admits(2);
  expect(numbers()).toEqual([100, 1]);
});

test('work waits for its time', async () => {
  await commit(world.db, [call('interactive', 1, 5000)]);
  relay.start();
  await pause();
  expect(numbers()).toEqual([]);
  world.pass(5001);
  await admits(1);
  expect(numbers()).toEqual([1]);
});

test('what the queue lost is admitted again under another name', async () => {
  await commit(world.db, [call('bulk', 1)]);
  relay.start();
  await admits(1);
  world.pass(16_000);
  await admits(2);
  expect(numbers()).toEqual([1, 1]);
  expect(new Set(admitted.map(({ id }) => id)).size).toBe(2);
});

test('at a start everything that was admitted waits again', async () => {
  await commit(world.db, [call('bulk', 1)]);
  relay.start();
  await admits(1);
  await relay.stop();
  await commit(world.db, [readmitWork(world.db)]);
  relay.wake('t1');
  relay.start();
  await admits(2);
  expect(numbers()).toEqual([1, 1]);
});

test('the work of an incident is let in', async () => {
  const { db } = world;
  const desk = { db, actor: lead, now: world.services.now() };
  const words = { formToken: uuid(), title: 'Нет связи', banner: 'Чиним' };
  const outage = { ...words, match: {}, slaTreatment: 'run' as const };
  const declared = await declareIncident(desk, { ...outage, startedAt: desk.now });
  if (!declared.ok) throw new Error(declared.error.code);
  await updateIncident(desk, { incidentId: declared.value.id, body: 'Чиним', isLast: false, version: 1 });
  relay.start();
  await admits(2);
  expect(admitted.map(({ ticket }) => Object.keys(ticket.payload as object))).toEqual([
    ['incidentId'],
    ['updateId'],
  ]);
});
