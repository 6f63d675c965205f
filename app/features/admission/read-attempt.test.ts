import { expect, test } from 'vitest';
import { listAttemptItems } from '#db/tenant/queries/admission-attempts.ts';
import { lead, openAdmissionWorld, unwrap } from '#tests/setup/test-admission.ts';
import { agent, colleague } from '#tests/setup/test-cases.ts';
import { saveAnswer } from './answer-attempt.ts';
import { readAttempt } from './read-attempt.ts';
import { readMyAdmission } from './read-my-admission.ts';
import { readTeamPasses } from './read-team-passes.ts';
import { seeNews } from './see-news.ts';
import { remarkAttempts, withdrawQuestion } from './withdraw-question.ts';

test('an open attempt shows its questions and one’s answers, and nothing of what is right', async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  unwrap(await saveAnswer(world.desk(), attemptId, { position: 1, given: [2] }));
  world.pass(60_000);
  const shown = await readAttempt(world.desk(), attemptId);
  expect(shown).toMatchObject({ state: 'open', remainingMs: 9 * 60_000, of: 4 });
  expect(shown?.state === 'open' && shown.items.map(({ given }) => given)).toEqual([null, [2], null, null]);
  expect(JSON.stringify(shown)).not.toMatch(/"key"|Так сказано в статье/);
  for (const other of [colleague, lead]) expect(await readAttempt(world.desk(other), attemptId)).toBeNull();
});

test('the same questions and options stand in the same order whenever it is opened', async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  const items = async () => {
    const shown = await readAttempt(world.desk(), attemptId);
    return shown?.state === 'open' ? shown.items : [];
  };
  expect(await items()).toEqual(await items());
});

test('a closed one shows what was wrong and why; a lead sees it, a colleague does not', async () => {
  const world = await openAdmissionWorld();
  const attemptId = await world.take(3);
  const shown = await readAttempt(world.desk(), attemptId);
  expect(shown).toMatchObject({ state: 'closed', earned: 3, of: 4, isMarked: true, isOutOfTime: false });
  expect(shown?.state === 'closed' && shown.wrong).toMatchObject([
    { position: 3, said: ['Неверно'], explanation: 'Так сказано в статье.' },
  ]);
  expect(await readAttempt(world.desk(lead), attemptId)).toMatchObject({ isOwn: false });
  expect(await readAttempt(world.desk(colleague), attemptId)).toBeNull();
});

test('a pass given by a new marking is told until it was seen', async () => {
  const world = await openAdmissionWorld();
  const attemptId = await world.take(2);
  const missed = (await listAttemptItems(world.db, attemptId))[3]?.question.questionId ?? '';
  unwrap(await withdrawQuestion(world.desk(lead), missed, { reason: 'ответ спорный' }));
  await remarkAttempts(world.db, missed, world.now());
  expect((await readMyAdmission(world.desk())).news).toEqual([{ attemptId, carrier: 'mts' }]);
  unwrap(await seeNews(world.desk()));
  expect((await readMyAdmission(world.desk())).news).toEqual([]);
});

test('a lead sees of everybody whether he is admitted and when that ends', async () => {
  const world = await openAdmissionWorld();
  await world.take(4);
  const { people, carriers } = await readTeamPasses(world.desk(lead));
  expect(carriers).toEqual(['mts']);
  const stateOf = (id: string) => people.find(({ userId }) => userId === id)?.cells[0]?.standing.pass.state;
  expect([stateOf(agent.userId), stateOf(colleague.userId)]).toEqual(['valid', 'none']);
});
