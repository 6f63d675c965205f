import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAll } from '#app/features/metric/count-changes.ts';
import { readBehind } from '#app/features/metric/list-behind.ts';
import { metricKeys, metricOf } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { askRebuild } from '#app/features/metric/rebuild-reports.ts';
import type { TenantDb } from '#db/open.ts';
import { reportCells } from '#db/tenant/schema/report.ts';
import { contract, deed, everyPromise, everythingOnce, now } from './setup/drawn-history.ts';
import { furnish, perform } from './setup/perform-history.ts';
import type { DrawnContract } from './setup/recount-clocks.ts';
import { recountReports } from './setup/recount-reports.ts';
import { openTestTenant } from './setup/test-tenant.ts';

const timeZone = 'Europe/Moscow';
const manager = { userId: 'm', name: 'М', roles: ['manager' as const] };
const span = { from: '2026-02-01', to: '2026-04-30' };
const everyMetric = metricKeys.filter((key) => metricOf(key).source === 'cells');

function cellsOf(db: TenantDb) {
  return db.select().from(reportCells).orderBy(sql`measure, dimension, grain, period, key`);
}

/** A list has as many rows as its number says, of all and of those that are counted, and by every group as well. */
async function compareLists(db: TenantDb): Promise<void> {
  for (const by of [undefined, 'carrier', 'agent', 'topic', 'hour'] as const) {
    for (const figure of await readFigures(db, { metrics: everyMetric, ...span, by, now, timeZone })) {
      const { metric, key, numerator, denominator } = figure;
      const search = new URLSearchParams({ metric, ...span, ...(by && key !== null ? { by, key } : {}) });
      const all = await readBehind({ db, actor: manager, now, timeZone }, search);
      search.set('part', 'counted');
      const counted = await readBehind({ db, actor: manager, now, timeZone }, search);
      expect([metric, key, counted?.total.sum, all?.total.n]).toEqual([
        ...[metric, key, numerator],
        denominator ?? numerator,
      ]);
      expect(all?.rows.length).toBe(Math.min(50, all?.total.n ?? 0));
    }
  }
}

/** What the histories below told apart from nothing at least once. */
const seen = new Set<string>();

async function compareNumbers(db: TenantDb, drawn: DrawnContract): Promise<void> {
  const recounted = await recountReports(db, drawn, now.getTime());
  const figures = await readFigures(db, { metrics: everyMetric, ...span, steps: 'day', now, timeZone });
  for (const { metric, step, numerator, denominator } of figures) {
    const [counted, asked] = recounted.get(`${metric} ${step}`) ?? [0, 0];
    expect([metric, step, numerator, denominator ?? 0]).toEqual([metric, step, counted, asked]);
    if (numerator !== 0) seen.add(metric);
  }
}

test('numbers kept up, counted from zero and recounted by hand are the same, and so long is each list', async () => {
  await fc.assert(
    fc.asyncProperty(contract, fc.array(deed, { minLength: 1, maxLength: 60 }), async (drawn, deeds) => {
      const { db, databases } = await openTestTenant();
      await furnish(db, drawn);
      for (const one of deeds) await perform(db, one);
      await countAll(db, now, timeZone);
      await compareNumbers(db, drawn);
      await compareLists(db);
      const live = await cellsOf(db);
      await askRebuild(db, now);
      await countAll(db, now, timeZone);
      expect(await cellsOf(db)).toEqual(live);
      databases.close();
    }),
    { numRuns: 6, examples: [[everyPromise, everythingOnce]] },
  );
  expect(everyMetric.filter((metric) => !seen.has(metric))).toEqual([]);
}, 120_000);
