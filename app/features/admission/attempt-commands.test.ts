import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import {
  getAttempt,
  listAttemptItems,
  listAttempts,
  listScores,
} from '#db/tenant/queries/admission-attempts.ts';
import { admissionAttempts } from '#db/tenant/schema/admission.ts';
import { openAdmissionWorld, unwrap } from '#tests/setup/test-admission.ts';
import { agent, colleague } from '#tests/setup/test-cases.ts';
import { handIn, saveAnswer } from './answer-attempt.ts';
import { settleAttempt } from './settle-attempt.ts';

const minute = 60_000;
const scoreOf = async (world: Awaited<ReturnType<typeof openAdmissionWorld>>, id: string) =>
  (await listScores(world.db, [id])).get(id)?.earned;

test('opened twice, or in two tabs at once, it is the same attempt', async () => {
  const world = await openAdmissionWorld();
  const begun = await Promise.all([world.start(agent, 1), world.start(agent, 2), world.start(agent, 3)]);
  expect(new Set(begun.map((one) => unwrap(one).attemptId)).size).toBe(1);
  expect(unwrap(await world.start(agent, 4)).attemptId).toBe(begun[0]?.ok && begun[0].value.attemptId);
  expect(unwrap(await world.start(colleague)).attemptId).not.toBe(unwrap(await world.start()).attemptId);
});

test('an answer is kept at once, in place of the earlier one, and only what can be one', async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  const save = (given: number[], position = 0) => saveAnswer(world.desk(), attemptId, { position, given });
  unwrap(await save([1]));
  unwrap(await save([2]));
  expect((await listAttemptItems(world.db, attemptId))[0]?.given).toEqual([2]);
  for (const unfit of [[3], [0, 1], [0.5]]) {
    expect(await save(unfit)).toEqual({ ok: false, error: { code: 'answer-unfit' } });
  }
  unwrap(await save([]));
  expect(await save([0], 4)).toMatchObject({ error: { code: 'answer-unfit' } });
});

test('the last instant counts, the next is too late, and what was saved in time is marked', async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  const save = (position: number) => saveAnswer(world.desk(), attemptId, { position, given: [0] });
  unwrap(await save(0));
  unwrap(await save(1));
  world.pass(10 * minute);
  unwrap(await save(2));
  world.pass(1);
  expect(await save(3)).toEqual({ ok: false, error: { code: 'attempt-over' } });
  await settleAttempt(world.db, attemptId, world.now());
  const settled = await getAttempt(world.db, attemptId);
  expect(settled?.attempt.closedAt).toEqual(settled?.attempt.deadlineAt);
  expect(await scoreOf(world, attemptId)).toBe(3);
  expect(settled?.pass).toMatchObject({ isByRemark: false, carrier: 'mts', userId: agent.userId });
});

test('time that is not over closes nothing', async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  world.pass(10 * minute);
  await settleAttempt(world.db, attemptId, world.now());
  expect((await getAttempt(world.db, attemptId))?.attempt.closedAt).toBeNull();
});

test('handed in twice at once it is marked once, and takes no answer any more', async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  unwrap(await saveAnswer(world.desk(), attemptId, { position: 0, given: [0] }));
  await Promise.all([handIn(world.desk(), attemptId), handIn(world.desk(), attemptId)]);
  await settleAttempt(world.db, attemptId, world.now());
  expect(await scoreOf(world, attemptId)).toBe(1);
  const late = saveAnswer(world.desk(), attemptId, { position: 1, given: [0] });
  expect(await late).toEqual({ ok: false, error: { code: 'attempt-over' } });
});

test('handed in again later, it ended when it ended', async () => {
  const world = await openAdmissionWorld();
  const attemptId = await world.take(4);
  const before = await getAttempt(world.db, attemptId);
  world.pass(minute);
  unwrap(await handIn(world.desk(), attemptId));
  expect(await getAttempt(world.db, attemptId)).toEqual(before);
});

test("another's attempt is not there", async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  const stranger = world.desk(colleague);
  const answer = { position: 0, given: [0] };
  expect(await saveAnswer(stranger, attemptId, answer)).toMatchObject({
    error: { code: 'attempt-not-found' },
  });
  expect(await handIn(stranger, attemptId)).toMatchObject({ error: { code: 'attempt-not-found' } });
});

test('one who failed waits, and then draws anew; one who passed has no need to', async () => {
  const world = await openAdmissionWorld();
  await world.take(2);
  const again = await world.start();
  expect(again).toMatchObject({ ok: false, error: { code: 'cool-off' } });
  world.pass(24 * 60 * minute);
  await world.take(3);
  expect(await world.start()).toMatchObject({ ok: false, error: { code: 'pass-holds' } });
  const attempts = await listAttempts(world.db, { userId: agent.userId });
  expect(attempts.map(({ number, isPassed }) => [number, isPassed])).toEqual([
    [1, false],
    [2, true],
  ]);
});

test('one whose time ran out unseen has failed at its deadline', async () => {
  const world = await openAdmissionWorld();
  unwrap(await world.start());
  world.pass(20 * minute);
  const deadline = new Date(world.now().getTime() - 10 * minute);
  const until = new Date(deadline.getTime() + 24 * 60 * minute);
  expect(await world.start()).toEqual({ ok: false, error: { code: 'cool-off', until } });
});

test('of many failures the last are read, and the next has its number', async () => {
  const world = await openAdmissionWorld();
  const startedAt = new Date(world.now().getTime() - 90 * 24 * 60 * minute);
  const failed = { userId: agent.userId, carrier: 'mts', testVersion: 1, seed: 1, startedAt };
  const over = { deadlineAt: startedAt, closedAt: startedAt };
  const numbers = Array.from({ length: 25 }, (_, index) => index + 1);
  await commit(world.db, [
    world.db
      .insert(admissionAttempts)
      .values(numbers.map((number) => ({ id: `a${number}`, number, ...failed, ...over }))),
  ]);
  unwrap(await world.start());
  const attempts = await listAttempts(world.db, { userId: agent.userId });
  expect(attempts.map(({ number }) => number)).toEqual(numbers.slice(6).concat(26));
});

test('a clock that is set back reopens nothing: what ended has ended, and a deadline stays where it was', async () => {
  const world = await openAdmissionWorld();
  const { attemptId } = unwrap(await world.start());
  const deadlineAt = (await getAttempt(world.db, attemptId))?.attempt.deadlineAt;
  world.pass(-60 * minute);
  unwrap(await saveAnswer(world.desk(), attemptId, { position: 0, given: [0] }));
  expect((await getAttempt(world.db, attemptId))?.attempt.deadlineAt).toEqual(deadlineAt);
  unwrap(await handIn(world.desk(), attemptId));
  const closedAt = (await getAttempt(world.db, attemptId))?.attempt.closedAt;
  world.pass(-60 * minute);
  const late = saveAnswer(world.desk(), attemptId, { position: 1, given: [0] });
  expect(await late).toEqual({ ok: false, error: { code: 'attempt-over' } });
  await settleAttempt(world.db, attemptId, world.now());
  expect((await getAttempt(world.db, attemptId))?.attempt.closedAt).toEqual(closedAt);
});
