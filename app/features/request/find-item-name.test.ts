import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBatch } from '#app/features/batch/create-batch.ts';
import { readBatch } from '#app/features/batch/read-batch.ts';
import { readCard } from '#app/features/subscriber/read-card.ts';
import { carriers } from '#carriers/registry.ts';
import { commit } from '#db/commit.ts';
import { catalogueItems } from '#db/tenant/schema/catalogue.ts';
import { lineOptions } from '#db/tenant/schema/subscriber.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { addLine, lead, openWorld } from '#tests/setup/world.ts';
import { confirmRequest } from './confirm-request.ts';
import { draftRequest } from './draft-request.ts';
import { findAnything } from './find-anything.ts';
import { listChoices } from './list-choices.ts';
import { readRequestDetail } from './read-request-detail.ts';
import type { Payload } from './request.ts';

const offered = (await carriers.mts?.simulator())?.catalogue.options.find(
  ({ requires, conflicts }) => requires.length + conflicts.length === 0,
);
const item = { code: offered?.code ?? '', name: offered?.name ?? '' };
const connect: Payload = { kind: 'option.connect', optionCode: item.code };
const simulated = [await seededLine('mts', 1), await seededLine('mts', 2), await seededLine('mts', 3)];
let world: Awaited<ReturnType<typeof openWorld>>;
let ids: string[] = [];

beforeAll(async () => {
  world = await openWorld('mts', { lines: simulated });
  ids = await Promise.all(simulated.map((line) => addLine(world, line, 'mts')));
});
afterAll(() => world.close());

const place = () => ({
  db: world.db,
  control: world.databases.control,
  carriers: world.services.carriers,
  actor: lead,
  locale: 'ru' as const,
});
async function request(lineId: string, payload: Payload) {
  const draft = await draftRequest(world.desk(), { lineId, payload, formToken: uuid() });
  if (!draft.ok) throw new Error(draft.error.code);
  const { id, number, version } = draft.value;
  await confirmRequest(world.desk(), { requestId: id, version });
  return { number, detail: await readRequestDetail(place(), id) };
}

test('an option is called by its name wherever its request is shown, once somebody saw the catalogue', async () => {
  const lineId = ids[0] ?? '';
  await listChoices(world.desk(), { lineId, kind: 'option.connect' });
  const { number, detail } = await request(lineId, connect);
  expect(detail).toMatchObject({ subject: item.name, itemCode: item.code });
  expect((await readCard(place(), lineId))?.openRequests[0]?.subject).toBe(item.name);
  expect((await findAnything(world.db, String(number))).requests[0]?.subject).toBe(item.name);
});

test('a batch and each of its requests is called by the name', async () => {
  const batch = { id: uuid(), title: 'Список', carrier: 'mts', list: simulated[1]?.msisdn ?? '' };
  await createBatch(world.desk(), { ...batch, change: { kind: 'option.connect', optionCode: item.code } });
  const read = await readBatch(place(), batch.id);
  expect([read?.subject, read?.items[0]?.subject]).toEqual([item.name, item.name]);
});

test('what the line has is called as the line shows it; the code stands in for a name that nobody saw', async () => {
  await commit(world.db, [world.db.delete(catalogueItems)]);
  const lineId = ids[2] ?? '';
  const { detail } = await request(lineId, connect);
  expect(detail).toMatchObject({ subject: item.code, itemCode: null });
  await world.settle(60_000);
  await commit(world.db, [
    world.db
      .insert(lineOptions)
      .values({ lineId, code: item.code, name: 'Переадресация' })
      .onConflictDoUpdate({
        target: [lineOptions.lineId, lineOptions.code],
        set: { name: 'Переадресация' },
      }),
  ]);
  const disconnect: Payload = { kind: 'option.disconnect', optionCode: item.code };
  expect((await request(lineId, disconnect)).detail).toMatchObject({ subject: 'Переадресация' });
});
