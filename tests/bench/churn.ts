import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openChurnNight } from '#app/features/churn/open-churn-night.ts';
import { churnPlan } from '#app/features/prediction/churn-plan.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { openDatabases, type TenantDb } from '#db/open.ts';
import { makeTenant } from '#seeds/factories.ts';
import { seedChurnAtScale } from '#seeds/scale-churn.ts';
import type { BenchContext, Measured } from './bench.ts';
import { startChild } from './child.ts';
import type { ScoreReport } from './churn-night.ts';

const lines = 1_000_000;
/** Whose life changed between the nights, one in so many. */
const changedEvery = 50;
const [first, second] = ['2026-11-22', '2026-11-23'];
const tenant = makeTenant(1);

/** A first night, in which every line is scored from its raw events and which is killed in its middle, and the next one. */
export async function churn({ say }: BenchContext): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-bench-'));
  try {
    await fill(dataDir, say);
    const whole = await measure(dataDir, first, lines / 2, say);
    await change(dataDir);
    const next = await measure(dataDir, second, Number.POSITIVE_INFINITY, say);
    const missing = await withTenant(dataDir, (db) =>
      numberOf(db, sql`select count(*) as n from lines where id not in (select line_id from churn_scores)`),
    );
    return {
      figures: { lines, whole, next, missing },
      limited: {
        nightSeconds: whole.seconds,
        nextSeconds: next.seconds,
        rssMb: Math.max(whole.rssMb, next.rssMb),
        missing,
      },
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(dataDir: string, say: BenchContext['say']): Promise<void> {
  const databases = await openDatabases({ dataDir });
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenant.id);
  const at = midnightOf(first, 'Europe/Moscow');
  await seedChurnAtScale(db, { count: lines, on: first, at }, (done) => {
    if (done % 200_000 === 0) say(`${done} lines made`);
  });
  databases.close();
}

/** What a day brings: use is told of one line in fifty. */
function change(dataDir: string): Promise<void> {
  return withTenant(dataDir, async (db) => {
    const told = {
      toSQL: () => ({
        sql: `insert into line_usage (line_id, month, fee_kopecks, minutes, megabytes, told_at)
          select id, '2026-11', 50000, 10, 10, ? from lines where rowid % ? = 0`,
        params: [BigInt(Date.parse(`${first}T12:00:00Z`)), BigInt(changedEvery)],
      }),
    };
    await commit(db, [told]);
  });
}

/** Scores a night; with `killAt`, in two processes of which the first is killed once so many lines are done. */
async function measure(dataDir: string, on: string, killAt: number, say: BenchContext['say']) {
  await open(dataDir, on);
  const startedAt = performance.now();
  const reports = Number.isFinite(killAt) ? [await score(dataDir, on, killAt, say)] : [];
  reports.push(await score(dataDir, on, Number.POSITIVE_INFINITY, say));
  return {
    seconds: Math.round((performance.now() - startedAt) / 10) / 100,
    scored: reports.at(-1)?.lines ?? 0,
    rssMb: Math.max(...reports.map(({ rssMb }) => rssMb)),
    stopP99Ms: Math.max(...reports.map(({ stopP99Ms }) => stopP99Ms)),
  };
}

async function open(dataDir: string, on: string): Promise<void> {
  const databases = await openDatabases({ dataDir });
  const db = await databases.openTenant(tenant.id);
  await openChurnNight(db, new Date(`${on}T02:00:00Z`), databases.control, churnPlan.openModel);
  databases.close();
}

async function score(
  dataDir: string,
  on: string,
  until: number,
  say: BenchContext['say'],
): Promise<ScoreReport> {
  const child = startChild('tests/bench/churn-night.ts', [dataDir, tenant.id, on], {});
  try {
    for (;;) {
      const report = (await child.hear()) as ScoreReport;
      if (report.lines % 100_000 === 0) say(JSON.stringify(report));
      if (report.scored !== 'more' || report.lines >= until) return report;
    }
  } finally {
    await child.end();
  }
}

async function withTenant<T>(dataDir: string, work: (db: TenantDb) => Promise<T>): Promise<T> {
  const databases = await openDatabases({ dataDir });
  const result = await work(await databases.openTenant(tenant.id));
  databases.close();
  return result;
}

async function numberOf(db: TenantDb, query: ReturnType<typeof sql>): Promise<number> {
  const [row] = await db.all<{ n: number }>(query);
  return row?.n ?? 0;
}
