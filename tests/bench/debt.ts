import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, sql } from 'drizzle-orm';
import { defaultStrategy } from '#app/features/strategy/default-strategy.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { openDatabases, type TenantDb } from '#db/open.ts';
import { getDebtRun } from '#db/tenant/queries/debt-pages.ts';
import { debtRuns, ladderMoves, strategies, strategyVersions } from '#db/tenant/schema/ladder.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { nonpaymentForecasts } from '#db/tenant/schema/prediction.ts';
import { makeTenant } from '#seeds/factories.ts';
import { seedDebtsAtScale } from '#seeds/scale-debts.ts';
import type { BenchContext, Measured } from './bench.ts';
import { startChild } from './child.ts';
import type { NightReport } from './debt-night.ts';

const [few, many] = [10_000, 1_000_000];
const on = '2026-11-22';
const tenant = makeTenant(1);

/**
 * The first night of a strategy, the hardest there is: every debtor enters, every bill to come is foretold, every
 * message is queued. The larger one is killed in its middle and goes on in another process.
 */
export async function debt({ say }: BenchContext): Promise<Measured> {
  const small = await measure(few, 'never', say);
  const large = await measure(many, 'in the middle', say);
  const timesPerLine = round(large.cpuUsALine / small.cpuUsALine);
  const { seconds, rssMb, contactsTwice, contactsLost } = large;
  return {
    figures: { small, large, timesPerLine },
    limited: { nightSeconds: seconds, rssMb, timesPerLine, contactsTwice, contactsLost },
  };
}

async function measure(lines: number, killed: 'never' | 'in the middle', say: BenchContext['say']) {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-bench-'));
  try {
    await fill(dataDir, lines, say);
    const startedAt = performance.now();
    const reports = killed === 'never' ? [] : [await walk(dataDir, lines / 2, say)];
    reports.push(await walk(dataDir, Number.POSITIVE_INFINITY, say));
    const seconds = round((performance.now() - startedAt) / 1000);
    const cpuMs = reports.reduce((sum, one) => sum + one.cpuMs, 0);
    const rssMb = Math.max(...reports.map((one) => one.rssMb));
    const stopP99Ms = Math.max(...reports.map((one) => one.stopP99Ms));
    const cpuUsALine = round((cpuMs * 1000) / lines);
    return {
      lines,
      killed,
      seconds,
      cpuSeconds: round(cpuMs / 1000),
      cpuUsALine,
      rssMb,
      stopP99Ms,
      ...(await check(dataDir)),
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(dataDir: string, lines: number, say: BenchContext['say']): Promise<void> {
  const databases = await openDatabases({ dataDir });
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenant.id);
  const at = new Date();
  const version = { strategyId: 's', number: 1, rules: defaultStrategy, savedBy: 'bench', savedAt: at };
  await commit(db, [
    db.insert(strategies).values({ id: 's', name: 'Первая', createdBy: 'bench', createdAt: at }),
    db.insert(strategyVersions).values({ ...version, inForceFrom: at }),
    db.insert(debtRuns).values({ on, cursor: '', counts: {}, startedAt: at, changedAt: at }),
  ]);
  await seedDebtsAtScale(db, { count: lines, on }, (done) => {
    if (done % 200_000 === 0) say(`${done} receivables made`);
  });
  databases.close();
}

/** Lets a process walk the night to its end, or kills it once so many lines are done. What it told last. */
async function walk(dataDir: string, until: number, say: BenchContext['say']): Promise<NightReport> {
  const child = startChild('tests/bench/debt-night.ts', [dataDir, tenant.id, on], {});
  try {
    for (;;) {
      const report = (await child.hear()) as NightReport;
      if (report.done % 100_000 === 0) say(JSON.stringify(report));
      if (report.walked !== 'more' || report.done >= until) return report;
    }
  } finally {
    await child.end();
  }
}

/** Whether every step that was taken has its one contact, and no other has one. */
async function check(dataDir: string) {
  const databases = await openDatabases({ dataDir });
  const db = await databases.openTenant(tenant.id);
  const { counts } = (await getDebtRun(db, on)) ?? { counts: {} };
  const queued = await numberOf(db, sql`select count(*) as n from ${outbox} where queue = 'outreach-send'`);
  const keys = await numberOf(
    db,
    sql`select count(distinct payload ->> 'sendKey') as n from ${outbox} where queue = 'outreach-send'`,
  );
  const [forecasts] = await db.select({ n: count() }).from(nonpaymentForecasts);
  const wanted = await numberOf(
    db,
    sql`select count(*) as n from ${ladderMoves} where move = 'step' and step in (0, 1, 2, 4)`,
  );
  databases.close();
  return {
    counts,
    forecasts: forecasts?.n,
    queued,
    contactsTwice: queued - keys,
    contactsLost: wanted - keys,
  };
}

async function numberOf(db: TenantDb, query: ReturnType<typeof sql>): Promise<number> {
  const [row] = await db.all<{ n: number }>(query);
  return row?.n ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
