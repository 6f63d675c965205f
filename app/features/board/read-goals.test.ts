import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { teamGoals } from '#db/tenant/schema/game.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readGoals } from './read-goals.ts';

const set = { title: 'Тысяча', event: 'case-solved' as const, target: 1000, setBy: 'm', setAt: new Date(0) };

test.each([
  ['2026-02-28T20:59:59Z', []],
  ['2026-02-28T21:00:00Z', ['goal']],
  ['2026-03-31T20:59:59Z', ['goal']],
  ['2026-03-31T21:00:00Z', []],
])('a goal from 1 March until 1 April of the zone, at %s: %j', async (at, shown) => {
  const { db } = await openTestTenant();
  await commit(db, [
    db.insert(teamGoals).values({ id: 'goal', ...set, from: '2026-03-01', until: '2026-04-01' }),
  ]);
  const goals = await readGoals({ db, now: new Date(at), timeZone: 'Europe/Moscow' });
  expect(goals.map(({ id }) => id)).toEqual(shown);
});
