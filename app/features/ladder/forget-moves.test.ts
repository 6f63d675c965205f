import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { callTasks, ladderMoves } from '#db/tenant/schema/ladder.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { forgetMoves } from './forget-moves.ts';

test('moves and their calls are kept for three years and no longer; a call to be made keeps its move', async () => {
  const { db } = await openTestTenant();
  await addReceivable(db, 'r1', [{ dueOn: '2026-10-20', kopecks: 100 }]);
  await addReceivable(db, 'r2', [{ dueOn: '2026-10-20', kopecks: 100 }]);
  const days = ['2023-11-20', '2023-11-21', '2023-11-22'] as const;
  const rows = days.map((on, place) => ({
    id: `m${place}`,
    receivableId: 'r1',
    version: place + 1,
    move: 'step' as const,
    step: place,
    on,
    debtSince: '2023-10-20',
    strategyId: 's',
    strategyVersion: 1,
    arm: 'champion' as const,
    at: new Date(`${on}T01:00:00Z`),
  }));
  const call = (id: string, receivableId: string, place: number, state: 'open' | 'done') => ({
    id,
    receivableId,
    moveId: `m${place}`,
    state,
    version: 1,
    on: days[place] ?? '',
    createdAt: new Date(`${days[place]}T01:00:00Z`),
  });
  await commit(db, [
    db.insert(ladderMoves).values(rows),
    db.insert(callTasks).values([call('done', 'r1', 0, 'done'), call('open', 'r2', 1, 'open')]),
  ]);
  await forgetMoves(db, new Date('2026-11-22T12:00:00Z'));
  const left = await db.select({ id: ladderMoves.id }).from(ladderMoves).orderBy(asc(ladderMoves.id));
  expect(left).toEqual([{ id: 'm1' }, { id: 'm2' }]);
  expect(await db.select({ id: callTasks.id }).from(callTasks)).toEqual([{ id: 'open' }]);
});
