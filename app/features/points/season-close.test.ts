import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { boardBands, boardPoints, pointEntries, pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { openSeason } from './change-game.ts';
import type { PointFact } from './points.ts';
import { rebuildPoints } from './rebuild-points.ts';
import { settlePoints } from './settle-points.ts';

const manager: Actor = { userId: 'manager', name: 'Пётр', roles: ['manager'] };
const opened: Awaited<ReturnType<typeof openTestTenant>>['databases'][] = [];
afterEach(() => {
  for (const databases of opened.splice(0)) databases.close();
});

async function openGame() {
  const { db, databases } = await openTestTenant();
  opened.push(databases);
  const from = new Date('2026-01-01T00:00:00Z');
  await commit(db, [
    db
      .insert(seasons)
      .values({ id: 'winter', name: 'Зима', from: '2026-01-01', openedBy: 'm', openedAt: from }),
    db.insert(pointRules).values({
      id: 'solved',
      version: 1,
      title: 'Решено',
      event: 'case-solved',
      points: 10,
      cap: { per: 'season', points: 70 },
      isOn: true,
      control: null,
      from,
      setBy: 'm',
    }),
  ]);
  return db;
}

function solve(db: TenantDb, id: string, at: string, timeZone: string) {
  const fact: PointFact = {
    event: 'case-solved',
    agentId: `agent of ${id}`,
    occurredAt: new Date(at),
    share: 1,
    weightPercent: 100,
    quality: { isReopened: false, hasFailed: false, hasCriticalError: false },
  };
  const source = { type: 'case', id, version: 1 };
  return settlePoints({ db, now: new Date(at), timeZone }, { source, fact, actor: 'worker', why: {} });
}

const pointsOf = async (db: TenantDb, period: string) =>
  (await db.select().from(boardPoints).where(eq(boardPoints.period, period))).reduce(
    (sum, { points }) => sum + points,
    0,
  );
async function boards(db: TenantDb) {
  const [points, bands] = await Promise.all([db.select().from(boardPoints), db.select().from(boardBands)]);
  return JSON.stringify([points, bands].map((rows) => rows.map((row) => JSON.stringify(row)).sort()));
}

/** In each zone a last moment of the winter, and the first one of the spring. */
const midnights = [
  ['Europe/Kaliningrad', '2026-02-28T21:59:59Z', '2026-02-28T22:00:00Z'],
  ['Europe/Moscow', '2026-02-28T20:59:59Z', '2026-02-28T21:00:00Z'],
  ['Asia/Kamchatka', '2026-02-28T11:59:59Z', '2026-02-28T12:00:00Z'],
] as const;

test.each(midnights)('in %s the season closes at midnight of that zone', async (timeZone, last, first) => {
  const db = await openGame();
  const desk = { db, now: new Date('2026-02-20T09:00:00Z'), timeZone, actor: manager };
  await openSeason(desk, { id: 'spring', name: 'Весна', from: '2026-03-01' });
  await solve(db, 'late', last, timeZone);
  await solve(db, 'early', first, timeZone);
  expect([await pointsOf(db, 'season:winter'), await pointsOf(db, 'season:spring')]).toEqual([10, 10]);
  expect(await pointsOf(db, 'day:2026-02-28')).toBe(10);
});

/** Lets the others take so many steps first. */
async function afterTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
}

test.each(midnights.flatMap((zone) => [0, 1, 3, 6].map((turns) => [...zone, turns] as const)))(
  'in %s a season opened between %s and %s, among awards and a rebuild, after %i steps loses and doubles nothing',
  async (timeZone, last, first, turns) => {
    const db = await openGame();
    const desk = { db, now: new Date(last), timeZone, actor: manager };
    const solved = ['a', 'b', 'c'].flatMap((id) => [
      solve(db, `${id}-late`, last, timeZone),
      solve(db, `${id}-early`, first, timeZone),
    ]);
    const opening = afterTurns(turns).then(() =>
      openSeason(desk, { id: 'spring', name: 'Весна', from: '2026-03-01' }),
    );
    const [season] = await Promise.all([opening, rebuildPoints(db), ...solved]);
    const entries = await db.select().from(pointEntries);
    expect(entries.map(({ sourceId }) => sourceId).sort()).toEqual(
      ['a', 'b', 'c'].flatMap((id) => [`${id}-early`, `${id}-late`]),
    );
    const expected = season.ok ? [30, 30] : [60, 0];
    expect([await pointsOf(db, 'season:winter'), await pointsOf(db, 'season:spring')]).toEqual(expected);
    const live = await boards(db);
    await rebuildPoints(db);
    expect(await boards(db)).toBe(live);
  },
);

test('a season is not opened over days on which something was booked', async () => {
  const db = await openGame();
  await solve(db, 'early', '2026-03-01T09:00:00Z', 'Europe/Moscow');
  const desk = { db, now: new Date('2026-02-28T20:59:59Z'), timeZone: 'Europe/Moscow', actor: manager };
  expect(await openSeason(desk, { id: 'spring', name: 'Весна', from: '2026-03-01' })).toEqual({
    ok: false,
    error: { code: 'season-begun', from: '2026-03-01' },
  });
});
