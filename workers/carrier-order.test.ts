import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { draftRequest } from '#app/features/request/draft-request.ts';
import { finishWork } from '#db/tenant/queries/outbox.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { addLine, openWorld } from '#tests/setup/world.ts';
import { carrierOrder } from './carrier-order.ts';

test('of two that begin one request one sends it, and the other keeps its work until the lease is over', async () => {
  const line = await seededLine('mts', 4567);
  const world = await openWorld('mts', { lines: [line] });
  const lineId = await addLine(world, line, 'mts');
  const payload = { kind: 'line.block', reason: 'wish' } as const;
  const draft = await draftRequest(world.desk(), { lineId, payload, formToken: uuid() });
  if (!draft.ok) throw new Error(draft.error.code);
  const { id: requestId, version } = draft.value;
  await confirmRequest(world.desk(), { requestId, version });
  const { db, services } = world;
  const context = { db, services, tries: 0, ending: () => finishWork(db, []) };
  const both = [carrierOrder.perform(context, { requestId }), carrierOrder.perform(context, { requestId })];
  const outcomes = await Promise.all(both);
  expect(outcomes.map(({ type }) => type).toSorted()).toEqual(['snooze', 'written']);
  expect(outcomes.find(({ type }) => type === 'snooze')).toMatchObject({ ms: 10_000 });
  expect(world.simulator.ledger()).toHaveLength(1);
  await world.close();
});
