import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { topics } from '#db/tenant/schema/case.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import type { BulkDeed, BulkResult } from './bulk-deed.ts';
import { changeCases } from './change-cases.ts';

let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
});

async function writeThree() {
  const written = [await world.write('Раз'), await world.write('Два'), await world.write('Три')];
  return written.map(({ caseId }) => caseId);
}
async function change(deed: BulkDeed, caseIds: string[]): Promise<BulkResult[]> {
  const changed = await changeCases(world.desk(), { deed, caseIds });
  if (!changed.ok) throw new Error(changed.error.code);
  return changed.value;
}

test('one that refuses does not stop the others, and each says what came of it', async () => {
  const [first = '', second = '', third = ''] = await writeThree();
  await change({ type: 'solve' }, [second]);
  const missing = uuid();
  expect(await change({ type: 'solve' }, [first, second, missing, third])).toMatchObject([
    { id: first, isDone: true },
    { id: second, isDone: false, code: 'case-move-not-allowed', number: expect.any(Number) },
    { id: missing, isDone: false, code: 'case-not-found', number: null },
    { id: third, isDone: true },
  ]);
});

test.each<[string, BulkDeed, object]>([
  ['assigned', { type: 'assign', userId: 'agent-2' }, { assigneeId: null }],
  ['made urgent', { type: 'priority', priority: 'urgent' }, { priority: 'normal' }],
  ['solved', { type: 'solve' }, { state: 'open' }],
])('what was %s is taken back as it was', async (_what, deed, before) => {
  const caseIds = await writeThree();
  const done = await change(deed, caseIds);
  for (const result of done) if (result.isDone && result.undo) await change(result.undo, [result.id]);
  for (const id of caseIds) expect(await getCase(world.db, id)).toMatchObject(before);
});

test('a topic that was not there cannot be taken away again', async () => {
  const topic = { id: uuid(), title: 'Связь' };
  await commit(world.db, [world.db.insert(topics).values(topic)]);
  const [caseId = ''] = await writeThree();
  expect(await change({ type: 'topic', topicId: topic.id }, [caseId])).toMatchObject([
    { isDone: true, undo: null },
  ]);
});

test('nobody gets work of a client company that he does not serve, and who may not write changes nothing', async () => {
  const caseIds = await writeThree();
  const refused = await change({ type: 'assign', userId: 'stranger' }, caseIds);
  expect(refused.map((one) => (one.isDone ? null : one.code))).toEqual(caseIds.map(() => 'person-not-found'));
  const desk = world.desk({ userId: 'client-1', name: 'Игорь', roles: ['client'] });
  expect(await changeCases(desk, { deed: { type: 'solve' }, caseIds })).toMatchObject({
    error: { code: 'forbidden' },
  });
});
