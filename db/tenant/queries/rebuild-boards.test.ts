import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { boardBands, boardPoints, pointEntries, pointRules, seasons } from '../schema/quality.ts';
import { countOnBoards } from './quality-boards.ts';
import { rebuildBoards } from './rebuild-boards.ts';

const from = new Date('2025-12-01T00:00:00Z');
/** One begins with a month, one within it, one on the last day of a month that is a Tuesday. */
const begins = { autumn: '2025-12-01', winter: '2026-01-15', spring: '2026-03-31', summer: '2026-06-01' };
const seasonOn = (day: string) => {
  const begun = Object.entries(begins).filter(([, date]) => date <= day);
  return begun.at(-1)?.[0] ?? '';
};

async function openLedger() {
  const { db, databases } = await openTestTenant();
  await commit(db, [
    db.insert(seasons).values(
      Object.entries(begins).map(([id, date]) => ({
        id,
        name: id,
        from: date,
        openedBy: 'm',
        openedAt: from,
      })),
    ),
    db.insert(pointRules).values({
      id: 'solved',
      version: 1,
      title: 'Решено',
      event: 'case-solved',
      points: 10,
      cap: null,
      isOn: true,
      control: null,
      from,
      setBy: 'm',
    }),
  ]);
  return { db, databases };
}

type Earned = { agentId: string; day: string; applied: number };

async function book(db: TenantDb, earned: readonly Earned[]): Promise<void> {
  for (const [index, { agentId, day, applied }] of earned.entries()) {
    const at = new Date(Date.parse(day) + index);
    const entry = { agentId, seasonId: seasonOn(day), day, applied, recordedAt: at };
    await commit(db, [
      db.insert(pointEntries).values({
        ...entry,
        sequence: index + 1,
        ruleId: 'solved',
        ruleVersion: 1,
        raw: applied,
        span: day,
        sourceType: 'case',
        sourceId: `case-${index}`,
        sourceVersion: 1,
        kind: 'award',
        occurredAt: at,
        actor: 'worker',
      }),
      ...countOnBoards(db, entry),
    ]);
  }
}

async function boards(db: TenantDb) {
  const [points, bands] = await Promise.all([db.select().from(boardPoints), db.select().from(boardBands)]);
  return [points, bands].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
}

const day = fc.integer({ min: 0, max: 240 }).map((days) => addDays('2025-12-01', days));
const applied = fc.integer({ min: -30, max: 30 });
const earned = fc.record({ agentId: fc.constantFrom('anna', 'boris', 'vera'), day, applied });

test('boards made anew are those that were kept, across weeks, months and seasons that cut each other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(earned, { minLength: 1, maxLength: 30 }), async (all) => {
      const { db, databases } = await openLedger();
      await book(db, all);
      const kept = await boards(db);
      await commit(db, rebuildBoards(db));
      expect(await boards(db)).toEqual(kept);
      databases.close();
    }),
    { numRuns: 12, seed: 20260901 },
  );
});

test.each([
  ['a week within its month', ['2026-02-02', '2026-02-08']],
  ['a week of two months', ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-05']],
  ['a season that begins within a month', ['2026-01-14', '2026-01-15', '2026-01-31']],
  ['a season that begins on the last day of a month', ['2026-03-01', '2026-03-30', '2026-03-31']],
  ['a leap day that is none', ['2026-02-28', '2026-03-01']],
])('%s', async (_what, days) => {
  const { db } = await openLedger();
  await book(
    db,
    days.map((day, index) => ({ agentId: 'anna', day, applied: index + 1 })),
  );
  const kept = await boards(db);
  await commit(db, rebuildBoards(db));
  expect(await boards(db)).toEqual(kept);
});
