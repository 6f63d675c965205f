import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { quests, rewardOrders, rewards, teamGoals } from '#db/tenant/schema/game.ts';
import { boardPoints, pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A season with a rule, a quest, a goal, a reward and an order of it, all marked. */
export async function fillGame(db: TenantDb, seed: number, marker: string, userId: string) {
  const id = (place: number) => seededId(seedTime, seed, place);
  const [seasonId, ruleId, questId, rewardId, orderId] = [60, 61, 62, 63, 64].map(id);
  if (!seasonId || !ruleId || !questId || !rewardId || !orderId) throw new Error('No ids were made.');
  const set = { setBy: userId, setAt: seedTime };
  const event = 'case-solved' as const;
  await commit(db, [
    db.insert(seasons).values({
      id: seasonId,
      name: `${marker} сезон`,
      from: '2026-01-01',
      openedBy: userId,
      openedAt: seedTime,
    }),
    db.insert(pointRules).values({
      id: ruleId,
      version: 1,
      title: `${marker} правило`,
      event,
      points: 10,
      cap: null,
      isOn: true,
      control: null,
      from: seedTime,
      setBy: userId,
    }),
    db
      .insert(boardPoints)
      .values({ period: `season:${seasonId}`, agentId: userId, points: 50, reachedAt: seedTime.getTime() }),
    db
      .insert(quests)
      .values({ id: questId, title: `${marker} задание`, event, target: 2, per: 'day', ...set }),
    db.insert(teamGoals).values({
      id: questId,
      title: `${marker} цель`,
      event,
      target: 9,
      from: '2026-01-01',
      until: '2099-01-01',
      ...set,
    }),
    db
      .insert(rewards)
      .values({ id: rewardId, title: `${marker} награда`, note: '', price: 10, stock: 3, ...set }),
    db.insert(rewardOrders).values({
      id: orderId,
      rewardId,
      unit: 1,
      agentId: userId,
      sequence: 1,
      price: 10,
      state: 'asked',
      at: seedTime,
    }),
  ]);
  return { ruleId, questId, rewardId, orderId };
}
