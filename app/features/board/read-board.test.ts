import { and, eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { memberships, users } from '#db/control/schema.ts';
import { players } from '#db/tenant/schema/game.ts';
import { boardPoints, seasons } from '#db/tenant/schema/quality.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readBoard } from './read-board.ts';

const now = new Date('2026-03-20T09:00:00Z');
const opened = { openedBy: 'm', openedAt: new Date('2026-01-01T00:00:00Z') };
const agentIds = Array.from({ length: 24 }, (_, index) => `agent-${String(index).padStart(2, '0')}`);

/** Twenty-four agents, the first of whom were the quickest in winter and are the slowest in spring. */
async function openBoard() {
  const { databases, db } = await openTestTenant();
  const { control } = databases;
  const join = (ids: readonly string[], role: 'agent' | 'lead') => {
    const people = ids.map((id) => ({ id, email: `${id}@example.com`, name: id, createdAt: now }));
    const held = ids.map((id) => ({ id, userId: id, tenantId: db.tenantId, role, createdAt: now }));
    return commit(control, [control.insert(users).values(people), control.insert(memberships).values(held)]);
  };
  const row = (season: string, agentId: string, points: number) => ({
    period: `season:${season}`,
    agentId,
    points,
    reachedAt: 0,
  });
  await join([...agentIds, 'newcomer'], 'agent');
  await commit(db, [
    db.insert(seasons).values([
      { id: 'winter', name: 'Зима', from: '2026-01-01', ...opened },
      { id: 'spring', name: 'Весна', from: '2026-03-01', ...opened },
    ]),
    db
      .insert(boardPoints)
      .values(
        agentIds.flatMap((id, index) => [row('winter', id, 1000 - index), row('spring', id, 10 + index)]),
      ),
  ]);
  const reader = { db, control, now, timeZone: 'Europe/Moscow' };
  const read = (userId: string, at = now, league: number | null = null) =>
    readBoard({ ...reader, now: at, userId }, 'season', league);
  return {
    db,
    read,
    join,
    add: (id: string, points: number) => db.insert(boardPoints).values(row('spring', id, points)),
  };
}

test('one competes with those who kept his pace last season', async () => {
  const { read } = await openBoard();
  expect(await read('agent-00')).toMatchObject({ league: 0, leagues: 2 });
  const quick = await read('agent-11');
  expect(quick?.lines[0]).toMatchObject({ place: 1, points: 21, isOwn: true });
  expect((await read('agent-12'))?.lines.at(-1)).toMatchObject({ points: 22, isOwn: true });
});

test('points are those of now, though leagues are counted once a minute', async () => {
  const { db, read, add } = await openBoard();
  await read('agent-00');
  const own = and(eq(boardPoints.period, 'season:spring'), eq(boardPoints.agentId, 'agent-00'));
  await commit(db, [db.update(boardPoints).set({ points: 500 }).where(own), add('newcomer', 700)]);
  expect((await read('agent-00'))?.lines[0]).toMatchObject({ place: 1, points: 500, isOwn: true });
  expect((await read('newcomer'))?.lines[0]).toMatchObject({ points: 700, isOwn: true });
  expect((await read('agent-23'))?.lines[0]).toMatchObject({ points: 33 });
  const later = new Date(now.getTime() + 60_000);
  expect((await read('agent-23', later))?.lines[0]).toMatchObject({ points: 700 });
});

test('who hides himself is seen by himself only', async () => {
  const { db, read } = await openBoard();
  await commit(db, [db.insert(players).values({ userId: 'agent-11', isOut: true, changedAt: now })]);
  expect((await read('agent-11'))?.lines[0]).toMatchObject({ points: 21 });
  expect((await read('agent-10'))?.lines[0]).toMatchObject({ points: 20, place: 1 });
});

test('the better half is named and those near oneself; the last are not, whoever looks', async () => {
  const { read } = await openBoard();
  const points = (board: Awaited<ReturnType<typeof read>>) => board?.lines.map((line) => line.points);
  const [onTheWall, last] = [await read('', now, 0), await read('agent-00')];
  expect(points(onTheWall)).toEqual([21, 20, 19, 18, 17, 16]);
  expect(onTheWall).toMatchObject({ league: 0, rest: 6, toNext: null });
  expect(points(last)).toEqual([21, 20, 19, 18, 17, 16, 13, 12, 11, 10]);
  expect(last).toMatchObject({ rest: 2, toNext: 2 });
});

test('whoever has as many points shares the place, and the next one is behind them all', async () => {
  const { db, read } = await openBoard();
  const equal = inArray(boardPoints.agentId, ['agent-09', 'agent-10']);
  const ofSpring = eq(boardPoints.period, 'season:spring');
  await commit(db, [db.update(boardPoints).set({ points: 50 }).where(and(equal, ofSpring))]);
  expect((await read('agent-11'))?.lines.slice(0, 3).map(({ place }) => place)).toEqual([1, 1, 3]);
});

test('whoever came later joins the last league; one is named as he wishes', async () => {
  const { db, read, add } = await openBoard();
  await read('agent-00');
  const owl = { userId: 'agent-23', pseudonym: 'Сова', isOut: false, changedAt: now };
  await commit(db, [add('newcomer', 5), db.insert(players).values(owl)]);
  const board = await read('newcomer');
  expect(board).toMatchObject({ league: 1 });
  expect(board?.lines[0]?.name).toBe('Сова');
  expect(board?.lines.at(-1)).toMatchObject({ points: 5, isOwn: true });
});

test('a lead who was thanked stands on no board, and looks at that of the first league', async () => {
  const { db, read, add, join } = await openBoard();
  await join(['lead'], 'lead');
  await commit(db, [add('lead', 900)]);
  const seen = await read('lead');
  expect(seen).toMatchObject({ league: 0, isOwn: false, rest: 6 });
  expect(seen?.lines.map(({ points }) => points)).toEqual([21, 20, 19, 18, 17, 16]);
  expect((await read('agent-23'))?.lines.map(({ name }) => name)).not.toContain('lead');
});
