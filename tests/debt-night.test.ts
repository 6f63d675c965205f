import { setTimeout } from 'node:timers/promises';
import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { walkNight } from '#app/features/ladder/walk-night.ts';
import { openModelInForce } from '#app/features/prediction/open-model-in-force.ts';
import { defaultStrategy } from '#app/features/strategy/default-strategy.ts';
import { commit } from '#db/commit.ts';
import { openDatabases, type TenantDb } from '#db/open.ts';
import { getDebtRun } from '#db/tenant/queries/debt-pages.ts';
import { callTasks, debtRuns, ladderMoves, strategies, strategyVersions } from '#db/tenant/schema/ladder.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { createDraws } from '#seeds/draws.ts';
import { seedDebtsAtScale } from '#seeds/scale-debts.ts';
import { startChild } from './bench/child.ts';
import type { NightReport } from './bench/debt-night.ts';
import { openTestTenant } from './setup/test-tenant.ts';

const [on, count, mostDeaths] = ['2026-11-22', 2500, 4];

/** A tenant with ten pages of receivables, and the night that is to walk them. */
async function openNightWorld() {
  const opened = await openTestTenant();
  const { db } = opened;
  const at = new Date();
  const version = { strategyId: 's', number: 1, rules: defaultStrategy, savedBy: 'm', savedAt: at };
  await commit(db, [
    db.insert(strategies).values({ id: 's', name: 'Первая', createdBy: 'm', createdAt: at }),
    db.insert(strategyVersions).values({ ...version, inForceFrom: at }),
    db.insert(debtRuns).values({ on, cursor: '', counts: {}, startedAt: at, changedAt: at }),
  ]);
  await seedDebtsAtScale(db, { count, on });
  return opened;
}

/** What a night has left behind, without the ids it drew. */
async function readNight(db: TenantDb) {
  const { receivableId, version, move, step, why } = ladderMoves;
  const moves = await db
    .select({ receivableId, version, move, step, why })
    .from(ladderMoves)
    .orderBy(asc(receivableId), asc(version));
  const messages = await db
    .select({ move: sql<string>`payload ->> 'moveId'`, text: sql<string>`payload ->> 'text'` })
    .from(outbox)
    .where(eq(outbox.queue, 'outreach-send'));
  const tasks = await db.select({ of: callTasks.receivableId }).from(callTasks);
  const byTexts = {
    texts: messages.map(({ text }) => text).toSorted(),
    of: tasks.map(({ of }) => of).toSorted(),
  };
  return {
    moves,
    ...byTexts,
    keys: new Set(messages.map((one) => one.move)).size,
    counts: (await getDebtRun(db, on))?.counts,
  };
}

test('a night that is killed again and again ends as one that never was: nothing twice, nothing lost', async () => {
  const quiet = await openNightWorld();
  const night = { db: quiet.db, now: () => new Date(), tenant: { name: 'Волна', timeZone: 'Europe/Moscow' } };
  expect(await walkNight({ ...night, model: await openModelInForce(quiet.db, new Date()) }, on)).toBe('over');
  const expected = await readNight(quiet.db);

  const killed = await openNightWorld();
  killed.databases.close();
  const draws = createDraws(5);
  const done: number[] = [];
  for (let deaths = 0; deaths <= mostDeaths; deaths++) {
    const child = startChild('tests/bench/debt-night.ts', [killed.dataDir, killed.db.tenantId, on, '1'], {});
    let report = (await child.hear()) as NightReport;
    while (report.walked === 'more' && deaths === mostDeaths) report = (await child.hear()) as NightReport;
    await setTimeout(draws.int(0, 60));
    await child.end();
    done.push(report.done);
  }
  const databases = await openDatabases({ dataDir: killed.dataDir });
  const left = await readNight(await databases.openTenant(killed.db.tenantId));
  databases.close();
  expect(done.filter((lines) => lines > 0 && lines < count).length, String(done)).toBeGreaterThan(0);
  expect(left).toEqual(expected);
  expect(left.keys).toBe(left.texts.length);
}, 120_000);
