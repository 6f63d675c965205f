import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type { Actor } from '#app/features/access/can.ts';
import { countChanges } from '#app/features/metric/count-changes.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { askRebuild, rebuildStep } from '#app/features/metric/rebuild-reports.ts';
import { readMorning } from '#app/features/morning/read-morning.ts';
import { readBase } from '#app/features/report/read-base.ts';
import { readDebt } from '#app/features/report/read-debt.ts';
import type { ReportReader } from '#app/features/report/read-month.ts';
import { readMoney, readOverview, readQuality, readSla } from '#app/features/report/read-portal.ts';
import { readScorecard } from '#app/features/report/read-scorecard.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { type ControlDb, type Databases, openDatabases, type TenantDb } from '#db/open.ts';
import { makeTenant } from '#seeds/factories.ts';
import { seedChurnAtScale } from '#seeds/scale-churn.ts';
import type { BenchContext, Measured } from './bench.ts';
import { makeCases } from './history-of-cases.ts';
import { makeHistory, makeNews, withoutIndexes } from './history-of-requests.ts';
import { rounded } from './statistics.ts';

/** `npm run bench -- reports 100000`: fewer, for a quick look. */
const requestCount = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 5_000_000);
const eventsEach = 4;
/** Besides the requests, so that every page has something to show. */
const lineCount = Math.min(100_000, requestCount);
const caseCount = Math.min(100_000, requestCount);
const tenant = makeTenant(1, { timeZone: 'Europe/Moscow' });
const timeZone = 'Europe/Moscow';
const now = new Date('2026-11-20T12:00:00Z');
const today = '2026-11-20';
const span = { from: '2025-05-01', to: '2026-10-31' };

/** Reports over a history of eighteen months: their pages, news, counting from zero, and the same by a raw scan. */
export async function reports({ say }: BenchContext): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-bench-'));
  const databases = await openDatabases({ dataDir });
  try {
    const startedAt = performance.now();
    const db = await furnish(databases, say);
    const madeSeconds = inSeconds(performance.now() - startedAt);
    const first = await rebuild(db, say);
    const rebuilt = await rebuild(db, say);
    const pageMs = await measurePages(db, databases.control);
    const newsMs = await measureNews(db, databases.control);
    const fileGb = rounded(statSync(databases.tenantFile(tenant.id)).size / 1e9);
    const raw = await scanRaw(databases.tenantFile(tenant.id), db);
    const events = requestCount * eventsEach;
    const eventsPerSecond = Math.round(events / rebuilt.seconds);
    const eventsPerCpuSecond = Math.round(events / rebuilt.cpuSeconds);
    const cellsTimesFaster = rounded(raw.ms / raw.ownMs);
    const made = { requests: requestCount, events, cases: caseCount, lines: lineCount, madeSeconds, fileGb };
    const counted = { first, rebuilt, eventsPerSecond, eventsPerCpuSecond };
    const pageP99Ms = Math.max(...Object.values(pageMs).map(({ p99Ms }) => p99Ms));
    return {
      figures: { ...made, ...counted, pageMs, newsMs, raw, cellsTimesFaster },
      limited: { pageP99Ms, newsMs, eventsPerSecond, differences: raw.differences },
    };
  } finally {
    databases.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function furnish(databases: Databases, say: BenchContext['say']): Promise<TenantDb> {
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenant.id);
  await seedChurnAtScale(db, { count: lineCount, on: today, at: midnightOf(today, timeZone) });
  await makeCases(db, caseCount);
  say(`${lineCount} lines and ${caseCount} cases made`);
  await withoutIndexes(db, () => makeHistory(db, requestCount, (done) => say(`${done} requests made`)));
  return db;
}

/** Everything from zero, beside the numbers that are there. `cpuSeconds`: of this process, for others use the machine. */
async function rebuild(db: TenantDb, say: BenchContext['say']) {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await askRebuild(db, now);
  const seconds = { case: 0, request: 0, contact: 0, cells: 0 };
  let longestMs = 0;
  for (let done = 0; ; ) {
    const pieceAt = performance.now();
    const step = await rebuildStep(db, now, timeZone);
    if (!step) break;
    const tookMs = performance.now() - pieceAt;
    seconds[step.entity] += tookMs / 1000;
    longestMs = Math.max(longestMs, tookMs);
    done += step.n;
    if (step.n > 0 && done % 500_000 === 0) say(`${done} counted`);
  }
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: inSeconds(performance.now() - startedAt),
    cpuSeconds: inSeconds((user + system) / 1000),
    ofCases: Math.round(seconds.case),
    ofRequests: Math.round(seconds.request),
    ofCells: Math.round(seconds.cells),
    ofContacts: Math.round(seconds.contact),
    longestPieceMs: Math.round(longestMs),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

type Reader = (reader: ReportReader, search: URLSearchParams) => Promise<unknown>;
const pages: Record<string, Reader> = {
  overview: readOverview,
  sla: readSla,
  base: readBase,
  debt: readDebt,
  quality: readQuality,
  money: readMoney,
  scorecard: readScorecard,
  morning: readMorning,
};

/** Each page as its route reads it: of the last month that is over, of this one, and of one a year ago. */
async function measurePages(db: TenantDb, control: ControlDb) {
  const actor: Actor = { userId: 'manager', name: 'М', roles: ['manager'] };
  const reader = { db, control, actor, now, timeZone };
  const months = ['2026-10', '2026-11', '2025-11'].map((month) => new URLSearchParams({ month }));
  const byPage: Record<string, { p50Ms: number; p99Ms: number }> = {};
  for (const [page, read] of Object.entries(pages)) {
    const times: number[] = [];
    for (let turn = 0; turn < 30; turn++) {
      const startedAt = performance.now();
      await read(reader, months[turn % months.length] ?? new URLSearchParams());
      times.push(performance.now() - startedAt);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => rounded(times[Math.floor(times.length * share)] ?? 0);
    byPage[page] = { p50Ms: at(0.5), p99Ms: at(0.99) };
  }
  return byPage;
}

/** From the commit of an event to its number, while what changes is looked for as often as the worker does; the slowest of ten. */
async function measureNews(db: TenantDb, control: ControlDb): Promise<number> {
  const looking = setInterval(() => void countChanges(db, now, control), 500);
  const received = async () => {
    const asked = { metrics: ['requestsReceived'], from: today, to: today, now, timeZone } as const;
    return (await readFigures(db, asked))[0]?.numerator ?? 0;
  };
  let slowest = 0;
  for (let turn = 0; turn < 10; turn++) {
    const before = await received();
    const startedAt = performance.now();
    await makeNews(db, turn, now);
    while ((await received()) === before) await setTimeout(10);
    slowest = Math.max(slowest, performance.now() - startedAt);
    await setTimeout(turn * 47);
  }
  clearInterval(looking);
  return Math.round(slowest);
}

const month = "strftime('%Y-%m', (at + 10800000) / 1000, 'unixepoch')";

/** The same by Node's own SQLite over the raw log: requests received and done by month. */
async function scanRaw(file: string, db: TenantDb) {
  const ownAt = performance.now();
  const metrics = ['requestsReceived', 'requestsDone', 'requestLead'] as const;
  const own = await readFigures(db, { metrics, ...span, steps: 'month', now, timeZone });
  const ownMs = performance.now() - ownAt;
  const raw = new DatabaseSync(file, { readOnly: true });
  const startedAt = performance.now();
  const received = raw
    .prepare(`select ${month} as step, count(*) as n from (select request_id, min(at) as at from request_events
      where to_state not in ('draft', 'cancelled') group by request_id) group by step`)
    .all();
  const finished = raw
    .prepare(`select ${month} as step, count(*) as n, sum(at - received_at) as lead from (select
        max(case when to_state = 'done' then at end) as at, min(at) as received_at
      from request_events group by request_id) where at is not null group by step`)
    .all();
  const ms = performance.now() - startedAt;
  raw.close();
  const by = (rows: Record<string, unknown>[], step: string | null, name: string) =>
    Number(rows.find((row) => row.step === step)?.[name] ?? 0);
  const expected = {
    requestsReceived: (step: string | null) => by(received, step, 'n'),
    requestsDone: (step: string | null) => by(finished, step, 'n'),
    requestLead: (step: string | null) => by(finished, step, 'lead'),
  };
  const compared = own.map((figure) => ({
    figure,
    raw: expected[figure.metric as keyof typeof expected](figure.step),
  }));
  const differences = compared.filter(({ figure, raw: told }) => figure.numerator !== told).length;
  return { ms: Math.round(ms), ownMs: Math.round(ownMs * 10) / 10, compared: compared.length, differences };
}

function inSeconds(ms: number): number {
  return Math.round(ms / 10) / 100;
}
