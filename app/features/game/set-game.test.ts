import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { listQuests, listShiftLengths } from '#db/tenant/queries/game.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { retireQuest, setQuest } from './set-quest.ts';
import { addReward, retireReward } from './set-reward.ts';
import { setShift } from './set-shift.ts';
import { GoalInput, setTeamGoal } from './set-team-goal.ts';

const manager: Actor = { userId: 'manager', name: 'Марина', roles: ['manager'] };
const quest = { id: 'two', title: 'Два за день', event: 'case-solved', target: 2, per: 'day' } as const;
const span = { from: '2026-03-01', until: '2026-04-01' };
const goal = { id: 'goal', title: 'Тысяча', event: 'case-solved', target: 1000, ...span } as const;
const cup = { id: 'cup', title: 'Кружка', note: '', price: 30, stock: 3 };

let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeEach(async () => {
  world = await openCaseWorld();
});
const desk = (actor: Actor = manager) => ({ ...world.desk(actor), timeZone: 'Asia/Vladivostok' });

test.each([
  ['a shift', () => setShift(desk(agent), { agentId: colleague.userId, hours: 4 })],
  ['a quest', () => setQuest(desk(agent), quest)],
  ['that a quest is over', () => retireQuest(desk(agent), quest.id)],
  ['a goal', () => setTeamGoal(desk(agent), goal)],
  ['a reward', () => addReward(desk(agent), cup)],
  ['that a reward is gone', () => retireReward(desk(agent), cup.id)],
])('an agent does not set %s', async (_what, set) => {
  expect(await set()).toMatchObject({ error: { code: 'forbidden' } });
});

test('a shift is so long from tomorrow on, in the zone of the client, and is said again the same day', async () => {
  const set = (hours: number, agentId = colleague.userId) => setShift(desk(), { agentId, hours });
  expect(await set(4, 'stranger')).toMatchObject({ error: { code: 'person-not-found' } });
  // In Vladivostok it is the second of March, seven in the evening.
  world.pass(Date.parse('2026-03-02T09:00:00Z') - world.now().getTime());
  expect((await set(4)).ok).toBe(true);
  expect((await set(6)).ok).toBe(true);
  world.pass(5 * 3_600_000);
  expect((await set(12)).ok).toBe(true);
  expect((await listShiftLengths(world.db)).map(({ from, hours }) => [from, hours])).toEqual([
    ['2026-03-03', 6],
    ['2026-03-04', 12],
  ]);
});

test('a quest is offered until it is retired, once', async () => {
  expect((await setQuest(desk(), quest)).ok).toBe(true);
  expect(await setQuest(desk(), quest)).toMatchObject({ error: { code: 'conflict' } });
  expect(await listQuests(world.db)).toHaveLength(1);
  expect((await retireQuest(desk(), quest.id)).ok).toBe(true);
  expect(await retireQuest(desk(), quest.id)).toMatchObject({ error: { code: 'quest-not-found' } });
  expect(await listQuests(world.db)).toEqual([]);
});

test.each(['2026-03-01', '2026-02-28'])('a goal from 1 March that ends on %s is none', (until) => {
  const { id: _, ...input } = { ...goal, until };
  expect(GoalInput.safeParse(input).error?.issues.map(({ path }) => path)).toEqual([['until']]);
});
