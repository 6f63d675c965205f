import { beforeAll, expect, test } from 'vitest';
import { linkRequest } from '#app/features/case/link-request.ts';
import { type MoveInput, moveRequest, type RequestRow } from '#app/features/request/move-request.ts';
import { commit } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { makeRequest } from '#seeds/factories.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { caseClock } from '#workers/case-clock.ts';

let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
});

/** Which cases are to be looked at because of one move of a request. */
async function looksAfter(move: MoveInput['move'], state: RequestRow['state'], caseId: string | null) {
  const { db } = world;
  const seed = 1 + (await db.select().from(requests)).length;
  const own = { lineId: world.line.id, subject: `option:${seed}` };
  const request = makeRequest(seed, { state, ...own }) as RequestRow;
  await commit(db, [db.insert(requests).values(request)]);
  if (caseId) await linkRequest(world.desk(), { caseId, requestId: request.id });
  await commit(db, [db.delete(outbox)]);
  const moved = moveRequest(db, request, { move, by: 'worker', actor: 'worker', at: world.now() });
  if (!moved.ok) throw new Error(moved.error.code);
  await commit(db, moved.statements);
  const called = await db.select().from(outbox);
  return called.filter(({ queue }) => queue === caseClock.name).map(({ payload }) => payload);
}

test('when a request goes to the carrier or comes back, the clocks of its case are looked at', async () => {
  const { caseId } = await world.write('Не работает интернет');
  const version = async () => (await getCase(world.db, caseId))?.version;
  expect(await looksAfter('release', 'scheduled', caseId)).toEqual([{ caseId, version: await version() }]);
  const back = await looksAfter('refuse', 'sending', caseId);
  expect(back).toEqual([{ caseId, version: await version() }]);
  expect(caseClock.payload.parse(back[0])).toEqual(back[0]);
});

test('a move at the carrier itself, or of a request without a case, calls for nothing', async () => {
  const { caseId } = await world.write('Не работает интернет');
  expect(await looksAfter('claim', 'queued', caseId)).toEqual([]);
  expect(await looksAfter('release', 'scheduled', null)).toEqual([]);
});
