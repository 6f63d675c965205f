import { expect, test } from 'vitest';
import { assignCase } from '#app/features/case/move-case.ts';
import { writeNewCase } from '#app/features/case/write-new-case.ts';
import { routeCases } from '#app/features/routing/route-cases.ts';
import { saveProfile } from '#app/features/routing/save-profile.ts';
import { setPresence } from '#app/features/routing/set-presence.ts';
import { takeNext } from '#app/features/routing/take-next.ts';
import { commit } from '#db/commit.ts';
import { articles, articleVersions } from '#db/tenant/schema/knowledge.ts';
import { lead, openAdmissionWorld, testQuestion, testTerms, unwrap } from '#tests/setup/test-admission.ts';
import { agent, colleague } from '#tests/setup/test-cases.ts';
import { setAdmissionTest } from './set-test.ts';
import { reviseQuestion } from './write-question.ts';

const day = 86_400_000;
type World = Awaited<ReturnType<typeof openAdmissionWorld>>;
/** A case that is nobody's. */
async function waiting(world: World, carrier: string | null): Promise<string> {
  const input = { kind: 'question' as const, subject: 'Вопрос', channel: 'email' as const, carrier };
  const { row, statements } = writeNewCase(world.db, input, { actor: lead.userId, at: world.now() });
  await commit(world.db, statements);
  return row.id;
}
const push = (world: World) => routeCases(world.db, world.now(), world.services.databases.control);
const assign = (world: World, caseId: string, userId: string) =>
  assignCase(world.desk(lead), { caseId, userId });

test('without a pass nobody takes, is pushed or is assigned a case of the carrier; with one he is', async () => {
  const world = await openAdmissionWorld();
  const caseId = await waiting(world, 'mts');
  const any = { carriers: [], kinds: [], languages: [], capacity: { rest: 9 }, isPushed: true };
  unwrap(await saveProfile(world.desk(lead), { userId: agent.userId, ...any }));
  unwrap(await setPresence(world.desk(), 'online'));
  expect(await push(world)).toBe(0);
  expect(await takeNext(world.desk())).toEqual({
    ok: false,
    error: { code: 'not-admitted', carrier: 'mts' },
  });
  expect(await assign(world, caseId, agent.userId)).toEqual({
    ok: false,
    error: { code: 'assignee-not-admitted' },
  });
  await world.take(2);
  expect(await push(world)).toBe(0);
  world.pass(day);
  await world.take(3);
  unwrap(await setPresence(world.desk(), 'online'));
  expect(await push(world)).toBe(1);
  unwrap(await assign(world, caseId, agent.userId));
});

test('who was asked for nothing is told that nothing waits', async () => {
  const world = await openAdmissionWorld();
  expect(await takeNext(world.desk())).toEqual({ ok: false, error: { code: 'nothing-waits' } });
});

test('a case of no known carrier needs any pass', async () => {
  const world = await openAdmissionWorld();
  const caseId = await waiting(world, null);
  const refused = { ok: false, error: { code: 'not-admitted', carrier: null } };
  expect(await takeNext(world.desk())).toEqual(refused);
  await world.take(4);
  unwrap(await setAdmissionTest(world.desk(lead), 'mts', { ...testTerms, isOn: false }));
  unwrap(await setAdmissionTest(world.desk(lead), 'beeline', testTerms));
  expect(unwrap(await takeNext(world.desk())).caseId).toBe(caseId);
});

test('a pass ends by its term to the instant, and then he is given nothing more', async () => {
  const world = await openAdmissionWorld();
  await world.take(4);
  world.pass(90 * day - 1);
  const caseId = await waiting(world, 'mts');
  unwrap(await assign(world, caseId, agent.userId));
  world.pass(1);
  const later = await waiting(world, 'mts');
  expect(await assign(world, later, agent.userId)).toMatchObject({
    error: { code: 'assignee-not-admitted' },
  });
});

test('an article published anew asks for a re-test after a grace, of those who passed before', async () => {
  const world = await openAdmissionWorld();
  const at = world.now();
  const articleId = crypto.randomUUID();
  const words = { carrier: null, title: 'Роуминг', keywords: '', body: 'Как есть' };
  const by = { ownerId: 'lead-1', createdAt: at, changedAt: at, reviewAt: at };
  const state = { state: 'published' as const, isRequired: false, validFrom: null, validUntil: null };
  await commit(world.db, [
    world.db
      .insert(articles)
      .values({ id: articleId, slug: 'rouming', version: 1, ...words, ...by, ...state }),
  ]);
  const [id = ''] = world.questionIds;
  unwrap(await reviseQuestion(world.desk(lead), id, 1, { ...testQuestion, articleId }));
  await world.take(4);
  world.pass(day);
  const version = {
    articleId,
    version: 2,
    state: 'published' as const,
    ...words,
    at: world.now(),
    by: 'lead-1',
    note: '',
  };
  await commit(world.db, [world.db.insert(articleVersions).values(version)]);
  await world.take(4, colleague);
  world.pass(7 * day - 1);
  const caseId = await waiting(world, 'mts');
  unwrap(await assign(world, caseId, agent.userId));
  world.pass(1);
  expect(await assign(world, caseId, agent.userId)).toMatchObject({
    error: { code: 'assignee-not-admitted' },
  });
  unwrap(await assign(world, caseId, colleague.userId));
});

test('a test that is switched off, and a test of another carrier, bar nobody', async () => {
  const world = await openAdmissionWorld();
  const caseId = await waiting(world, 'mts');
  expect(await assign(world, caseId, agent.userId)).toMatchObject({
    error: { code: 'assignee-not-admitted' },
  });
  unwrap(await setAdmissionTest(world.desk(lead), 'mts', { ...testTerms, isOn: false }));
  unwrap(await setAdmissionTest(world.desk(lead), 'beeline', testTerms));
  unwrap(await assign(world, caseId, agent.userId));
});
