import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { listCoaching } from '#db/tenant/queries/coaching.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { coachAgent, finishCoaching, recheckCoaching } from './coach-agent.ts';

const lead: Actor = { userId: 'lead-1', name: 'Зоя', roles: ['lead'] };
const dayMs = 86_400_000;

async function openCoaching() {
  const world = await openCaseWorld();
  const timeZone = 'Europe/Moscow';
  const desk = (actor: Actor) => ({ ...world.desk(actor), timeZone });
  const day = (ahead: number) => new Date(world.now().getTime() + ahead * dayMs).toISOString().slice(0, 10);
  const coach = (actor = lead, changed = {}) =>
    coachAgent(desk(actor), {
      id: 'task',
      agentId: agent.userId,
      itemId: 'smile',
      goal: 'Дослушивать до конца',
      dueOn: day(3),
      recheckOn: day(10),
      ...changed,
    });
  const recheck = (actor = lead) =>
    recheckCoaching(desk(actor), 'task', { outcome: 'better', finding: 'Слушает' });
  return { ...world, desk, day, coach, recheck };
}

test('a task is set, practised by whose it is, and looked at again on its day, once', async () => {
  const { db, desk, coach, recheck, pass } = await openCoaching();
  expect(await coach()).toEqual({ ok: true, value: null });
  expect(await finishCoaching(desk(colleague), 'task')).toMatchObject({
    error: { code: 'coaching-not-found' },
  });
  expect((await finishCoaching(desk(agent), 'task')).ok).toBe(true);
  expect(await finishCoaching(desk(agent), 'task')).toMatchObject({ error: { code: 'coaching-not-open' } });
  expect(await recheck()).toMatchObject({ error: { code: 'recheck-too-early' } });
  pass(10 * dayMs);
  const both = await Promise.all([recheck(), recheck()]);
  expect(both.map((one) => (one.ok ? 'looked' : one.error.code))).toEqual(['looked', 'coaching-not-open']);
  expect(await listCoaching(db, agent.userId, 5)).toMatchObject([{ state: 'rechecked', outcome: 'better' }]);
});

test.each([
  ['forbidden', agent, {}],
  ['not-oneself', { ...agent, roles: ['lead' as const] }, {}],
  ['person-not-found', lead, { agentId: 'stranger' }],
  ['coaching-in-the-past', lead, { dueOn: '2020-01-01' }],
])('it is refused: %s', async (code, actor, changed) => {
  const { coach } = await openCoaching();
  expect(await coach(actor, changed)).toMatchObject({ error: { code } });
});
