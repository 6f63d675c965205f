import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countAbove, getBoardRow, listBoardTop, listNeighbours } from '#db/tenant/queries/quality-boards.ts';
import { boardBands, boardPoints, pointEntries, pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import type { PointFact, RuleInput } from './points.ts';
import { rebuildPoints } from './rebuild-points.ts';
import { settlePoints } from './settle-points.ts';

const timeZone = 'Europe/Moscow';
const opened: Awaited<ReturnType<typeof openTestTenant>>['databases'][] = [];
afterEach(() => {
  for (const databases of opened.splice(0)) databases.close();
});

async function openGame(rules: Partial<RuleInput>[]) {
  const { db, databases } = await openTestTenant();
  opened.push(databases);
  const from = new Date('2026-01-01T00:00:00Z');
  const made = { openedBy: 'm', openedAt: from };
  const rule = {
    title: 'Правило',
    event: 'review-scored' as const,
    points: 10,
    cap: null,
    isOn: true,
    control: null,
  };
  await commit(db, [
    db.insert(seasons).values([
      { id: 'winter', name: 'Зима', from: '2026-01-01', ...made },
      { id: 'spring', name: 'Весна', from: '2026-03-01', ...made },
    ]),
    ...rules.map((over, index) =>
      db.insert(pointRules).values({ ...rule, ...over, id: `r${index}`, version: 1, from, setBy: 'm' }),
    ),
  ]);
  return db;
}

type Given = Partial<PointFact> & { id?: string; version?: number; now?: string; isWithdrawn?: boolean };
function settle(db: TenantDb, { id = 'review-1', version = 1, now, isWithdrawn, ...over }: Given = {}) {
  const fact: PointFact = {
    event: 'review-scored',
    agentId: 'anna',
    occurredAt: new Date('2026-02-10T09:00:00Z'),
    share: 1,
    weightPercent: 100,
    quality: { isReopened: false, hasFailed: false, hasCriticalError: false },
    ...over,
  };
  const source = { type: 'review', id, version };
  const desk = { db, now: new Date(now ?? '2026-02-10T10:00:00Z'), timeZone };
  return settlePoints(desk, { source, fact: isWithdrawn ? null : fact, actor: 'worker', why: {} });
}

const pointsOf = async (db: TenantDb, agentId = 'anna', period = 'season:winter') =>
  (await getBoardRow(db, period, agentId))?.points ?? 0;
const applied = async (db: TenantDb) => (await db.select().from(pointEntries)).map((entry) => entry.applied);
async function boards(db: TenantDb) {
  const [points, bands] = await Promise.all([db.select().from(boardPoints), db.select().from(boardBands)]);
  return JSON.stringify([points, bands].map((rows) => rows.map((row) => JSON.stringify(row)).sort()));
}

test('an award is on the boards of its season, month, week and day', async () => {
  const db = await openGame([{}]);
  expect(await settle(db)).toMatchObject({ value: { isNew: true, points: 10 } });
  const periods = ['season:winter', 'month:2026-02', 'week:2026-02-09', 'day:2026-02-10'];
  expect(await Promise.all(periods.map((period) => pointsOf(db, 'anna', period)))).toEqual([10, 10, 10, 10]);
});

test.each([
  ['2026-02-28T20:59:59Z', 'season:winter'],
  ['2026-02-28T21:00:00Z', 'season:spring'],
])('what happened at %s counts for %s: the day is the one of the zone', async (at, period) => {
  const db = await openGame([{}]);
  await settle(db, { occurredAt: new Date(at), now: at });
  expect(await pointsOf(db, 'anna', period)).toBe(10);
});

test('the same version settles once, and an older one never after a newer', async () => {
  const db = await openGame([{}]);
  await settle(db, { version: 2 });
  expect(await settle(db, { version: 2 })).toMatchObject({ value: { isNew: false } });
  expect(await settle(db, { version: 1 })).toMatchObject({ value: { isNew: false } });
  expect(await applied(db)).toEqual([10]);
});

test.each([
  [{ isReopened: true, hasFailed: false, hasCriticalError: false }, 'reopened'],
  [{ isReopened: false, hasFailed: true, hasCriticalError: false }, 'failed'],
  [{ isReopened: false, hasFailed: false, hasCriticalError: true }, 'critical-error'],
])('%j brings nothing, and takes back what was given', async (quality, gate) => {
  const db = await openGame([{}]);
  await settle(db);
  expect(await settle(db, { version: 2, quality })).toMatchObject({ value: { gate, points: -10 } });
  expect(await pointsOf(db)).toBe(0);
});

test('a disputed review takes back and awards anew in one batch', async () => {
  const db = await openGame([{}]);
  await settle(db, { share: 0.6 });
  expect(await settle(db, { version: 2, share: 0.9 })).toMatchObject({ value: { points: 3 } });
  expect(await applied(db)).toEqual([6, -6, 9]);
});

test('a version that changes nothing leaves the ledger as it is', async () => {
  const db = await openGame([{}]);
  await settle(db);
  expect(await settle(db, { version: 2 })).toMatchObject({ value: { isNew: true, points: 0 } });
  expect(await applied(db)).toEqual([10]);
  await settle(db, { version: 3, share: 0.5 });
  expect(await applied(db)).toEqual([10, -10, 5]);
});

test('harder work in a shorter shift weighs more', async () => {
  const db = await openGame([{ event: 'case-solved' }]);
  await settle(db, { event: 'case-solved', weightPercent: 150 });
  expect(await pointsOf(db)).toBe(15);
});

test('a rule brings nothing to those of its control group', async () => {
  const db = await openGame([{ control: ['anna'] }]);
  await settle(db);
  await settle(db, { id: 'review-2', agentId: 'boris' });
  expect([await pointsOf(db), await pointsOf(db, 'boris')]).toEqual([0, 10]);
});

test('a review of the wrong person moves with its points', async () => {
  const db = await openGame([{}]);
  await settle(db);
  await settle(db, { version: 2, agentId: 'boris' });
  expect([await pointsOf(db), await pointsOf(db, 'boris')]).toEqual([0, 10]);
});

test('what a reversed award had kept out under the cap comes in again', async () => {
  const db = await openGame([{ cap: { per: 'day', points: 15 } }]);
  await settle(db, { id: 'false' });
  await settle(db, { id: 'honest' });
  expect(await applied(db)).toEqual([10, 5]);
  await settle(db, { id: 'false', version: 2, isWithdrawn: true });
  expect(await applied(db)).toEqual([10, 5, -5]);
  expect(await pointsOf(db)).toBe(10);
});

test('the cap of a day begins anew on the next', async () => {
  const db = await openGame([{ cap: { per: 'day', points: 15 } }]);
  for (const [index, hour] of ['19', '20', '21'].entries()) {
    await settle(db, { id: `r${index}`, occurredAt: new Date(`2026-02-10T${hour}:30:00Z`) });
  }
  expect(await applied(db)).toEqual([10, 5, 10]);
});

test.each([
  ['2026-04-14T09:00:00Z', [-0, 0]],
  ['2026-04-15T09:00:00Z', [10, -10]],
])('taken back at %s: winter and spring have %j', async (now, expected) => {
  const db = await openGame([{}]);
  await settle(db);
  await settle(db, { version: 2, isWithdrawn: true, now });
  expect([await pointsOf(db), await pointsOf(db, 'anna', 'season:spring')]).toEqual(
    expected.map((n) => n + 0),
  );
});

test('disputes at once neither lose nor double anything', async () => {
  const db = await openGame([{ cap: { per: 'week', points: 35 } }]);
  await Promise.all(Array.from({ length: 6 }, (_, index) => settle(db, { id: `r${index}` })));
  const disputes = [0, 0, 1, 1, 2].map((index) => settle(db, { id: `r${index}`, version: 2, share: 0.5 }));
  const [, ...settled] = await Promise.all([rebuildPoints(db), ...disputes]);
  expect(settled.filter((one) => one.ok && one.value.isNew)).toHaveLength(3);
  expect(await pointsOf(db)).toBe(35);
  const live = await boards(db);
  await rebuildPoints(db);
  expect(await boards(db)).toBe(live);
});

const move = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  version: fc.integer({ min: 1, max: 4 }),
  agentId: fc.constantFrom('anna', 'boris', 'vera'),
  share: fc.constantFrom(0, 0.3, 1),
  isWithdrawn: fc.boolean(),
  day: fc.integer({ min: 0, max: 80 }),
  // Below zero: the clock was set back.
  wait: fc.integer({ min: -20, max: 90 }),
});

test('whatever happened, the boards made anew are the boards that were, and caps hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 14 }), async (moves) => {
      const db = await openGame([{ cap: { per: 'week', points: 12 } }, { points: 70 }]);
      let now = Date.parse('2026-02-01T09:00:00Z');
      for (const { day, wait, ...one } of moves) {
        now += wait * 86_400_000;
        const occurredAt = new Date(Date.parse('2026-01-20T22:00:00Z') + day * 86_400_000);
        await settle(db, { ...one, occurredAt, now: new Date(now).toISOString() });
      }
      const live = await boards(db);
      await rebuildPoints(db);
      expect(await boards(db)).toBe(live);
      const sums = new Map<string, { raw: number; applied: number }>();
      for (const { agentId, ruleId, span, ...entry } of await db.select().from(pointEntries)) {
        const sum = sums.get(`${agentId} ${ruleId} ${span}`) ?? { raw: 0, applied: 0 };
        sums.set(`${agentId} ${ruleId} ${span}`, {
          raw: sum.raw + entry.raw,
          applied: sum.applied + entry.applied,
        });
      }
      for (const [key, sum] of sums) {
        expect(sum.applied).toBe(key.includes(' r0 ') ? Math.min(12, sum.raw) : sum.raw);
      }
      opened.pop()?.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('places: more points first, of equals who had them earlier; neighbours beside one', async () => {
  const db = await openGame([{ points: 100 }]);
  const agents = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  for (const [index, agentId] of agents.entries()) {
    const now = `2026-02-10T10:00:0${index % 4}Z`;
    await settle(db, { id: agentId, agentId, share: (index >> 1) / 4 + 0.1, now });
  }
  const top = (await listBoardTop(db, 'season:winter', 100)).map(({ agentId }) => agentId);
  expect(top).toEqual(['g', 'h', 'e', 'f', 'c', 'd', 'a', 'b']);
  const rows = await Promise.all(top.map((agentId) => getBoardRow(db, 'season:winter', agentId)));
  const places = rows.map((row) => row && countAbove(db, 'season:winter', row));
  expect(await Promise.all(places)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  const [, , , fourth] = rows;
  if (!fourth) throw new Error('There is nobody in the fourth place.');
  const { above, below } = await listNeighbours(db, 'season:winter', fourth, 2);
  expect([above, below].map((near) => near.map(({ agentId }) => agentId))).toEqual([
    ['h', 'e'],
    ['c', 'd'],
  ]);
});
