import { expect, test } from 'vitest';
import { getBankQuestion, listPasses, listQuestionVersions } from '#db/tenant/queries/admission.ts';
import { listAttemptItems, listScores } from '#db/tenant/queries/admission-attempts.ts';
import { admissionMarks } from '#db/tenant/schema/admission.ts';
import { lead, openAdmissionWorld, testQuestion, testTerms, unwrap } from '#tests/setup/test-admission.ts';
import { agent, colleague } from '#tests/setup/test-cases.ts';
import { saveAnswer } from './answer-attempt.ts';
import { setAdmissionTest } from './set-test.ts';
import { settleAttempt } from './settle-attempt.ts';
import { remarkAttempts, withdrawQuestion } from './withdraw-question.ts';
import { addQuestion, reviseQuestion } from './write-question.ts';

test('a question is revised by its next version, and what was asked stays as it was', async () => {
  const world = await openAdmissionWorld();
  const [id = ''] = world.questionIds;
  const { attemptId } = unwrap(await world.start());
  const revise = (version: number) =>
    reviseQuestion(world.desk(lead), id, version, { ...testQuestion, body: 'Спросим иначе', key: [1] });
  expect(unwrap(await revise(1))).toEqual({ id, version: 2 });
  expect(await revise(1)).toEqual({ ok: false, error: { code: 'conflict' } });
  expect((await listQuestionVersions(world.db, id)).map(({ version }) => version)).toEqual([2, 1]);
  const asked = (await listAttemptItems(world.db, attemptId)).find(
    ({ question }) => question.questionId === id,
  );
  expect(asked?.question).toMatchObject({ version: 1, key: [0] });
});

test('two who revise the same version at once: one of them is told', async () => {
  const world = await openAdmissionWorld();
  const [id = ''] = world.questionIds;
  const revise = () => reviseQuestion(world.desk(lead), id, 1, testQuestion);
  const done = await Promise.all([revise(), revise()]);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
});

test('only those who may write questions and tests, and only of what there is', async () => {
  const world = await openAdmissionWorld();
  const forbidden = { error: { code: 'forbidden' } };
  const [id = ''] = world.questionIds;
  expect(await addQuestion(world.desk(), testQuestion)).toMatchObject(forbidden);
  expect(await withdrawQuestion(world.desk(), id, { reason: 'устарел' })).toMatchObject(forbidden);
  expect(await setAdmissionTest(world.desk(), 'mts', testTerms)).toMatchObject(forbidden);
  const foreign = addQuestion(world.desk(lead), { ...testQuestion, carrier: 'tele2' });
  expect(await foreign).toMatchObject({ error: { code: 'carrier-not-found' } });
  const missing = addQuestion(world.desk(lead), { ...testQuestion, articleId: crypto.randomUUID() });
  expect(await missing).toMatchObject({ error: { code: 'article-not-found' } });
});

test('a test with too few questions is not switched on, and can be kept switched off', async () => {
  const world = await openAdmissionWorld();
  const terms = { ...testTerms, parts: [{ topic: 'Роуминг', count: 5 }] };
  const set = (isOn: boolean) => setAdmissionTest(world.desk(lead), 'beeline', { ...terms, isOn });
  expect(await set(true)).toEqual({ ok: false, error: { code: 'bank-too-small', topic: 'Роуминг' } });
  expect(unwrap(await set(false))).toEqual({ version: 1 });
});

test('a withdrawn question gives its point to who missed it, once, by the ledger, and a pass that follows', async () => {
  const world = await openAdmissionWorld();
  const failed = await world.take(2);
  const passed = await world.take(3, colleague);
  const missed = (await listAttemptItems(world.db, failed))[3];
  const id = missed?.question.questionId ?? '';
  unwrap(await withdrawQuestion(world.desk(lead), id, { reason: 'ответ спорный' }));
  await Promise.all([remarkAttempts(world.db, id, world.now()), remarkAttempts(world.db, id, world.now())]);
  await settleAttempt(world.db, failed, world.now());
  const scores = await listScores(world.db, [failed, passed]);
  expect(scores.get(failed)).toEqual({ earned: 3, of: 4 });
  const marks = await world.db.select().from(admissionMarks);
  const reversed = marks.filter(({ attemptId, position }) => attemptId === failed && position === 3);
  expect(reversed.map(({ kind, earned, reason }) => [kind, earned, reason])).toEqual([
    ['award', 0, 'answer'],
    ['reversal', 0, 'withdrawn'],
    ['award', 1, 'withdrawn'],
  ]);
  const [given] = await listPasses(world.db, [agent.userId]);
  expect(given).toMatchObject({ attemptId: failed, isByRemark: true, seenAt: null });
  expect((await listPasses(world.db, [colleague.userId]))[0]?.isByRemark).toBe(false);
});

test('a question withdrawn while it is being asked gives its point at the end', async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  const [first] = await listAttemptItems(world.db, attemptId);
  const id = first?.question.questionId ?? '';
  unwrap(await saveAnswer(world.desk(), attemptId, { position: 0, given: [1] }));
  unwrap(await withdrawQuestion(world.desk(lead), id, { reason: 'ответ спорный' }));
  await remarkAttempts(world.db, id, world.now());
  world.pass(11 * 60_000);
  await settleAttempt(world.db, attemptId, world.now());
  expect((await listScores(world.db, [attemptId])).get(attemptId)).toEqual({ earned: 1, of: 4 });
});

test('a withdrawn question is drawn and revised no more', async () => {
  const world = await openAdmissionWorld({ questions: 5 });
  const [id = ''] = world.questionIds;
  unwrap(await withdrawQuestion(world.desk(lead), id, { reason: 'устарел' }));
  expect(await withdrawQuestion(world.desk(lead), id, { reason: 'ещё раз' })).toMatchObject({
    error: { code: 'question-withdrawn' },
  });
  expect((await getBankQuestion(world.db, id))?.withdrawnReason).toBe('устарел');
  const revised = reviseQuestion(world.desk(lead), id, 1, testQuestion);
  expect(await revised).toMatchObject({ error: { code: 'question-withdrawn' } });
  const { attemptId } = unwrap(await world.start());
  const asked = (await listAttemptItems(world.db, attemptId)).map(({ question }) => question.questionId);
  expect(asked).not.toContain(id);
});
