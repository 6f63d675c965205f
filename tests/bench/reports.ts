import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { countAll } from '#app/features/metric/count-changes.ts';
import { metricKeys } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { askRebuild, rebuildStep } from '#app/features/metric/rebuild-reports.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { type Databases, openDatabases, type TenantDb } from '#db/open.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber, makeTenant } from '#seeds/factories.ts';
import type { BenchContext, Measured } from './bench.ts';
import { makeHistory } from './history-of-requests.ts';

const requestCount = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 5_000_000);
const eventsEach = 4;
const tenant = makeTenant(1, { timeZone: 'Europe/Moscow' });
const timeZone = 'Europe/Moscow';
const now = new Date('2026-11-20T12:00:00Z');
const span = { from: '2025-05-01', to: '2026-10-31' };

/** Reports over a history of eighteen months: their pages, news, counting from zero, and the same by a raw scan. */
export async function reports({ say }: BenchContext): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-bench-'));
  const databases = await openDatabases({ dataDir });
  try {
    const db = await furnish(databases);
    await makeHistory(db, requestCount, (done) => say(`${done} requests made`));
    const rebuilt = await rebuild(db, say);
    const page = await measurePages(db);
    const newsMs = await measureNews(db);
    const raw = await scanRaw(databases.tenantFile(tenant.id), db);
    const events = requestCount * eventsEach;
    const eventsPerSecond = Math.round(events / rebuilt.seconds);
    const cellsTimesFaster = Math.round((raw.ms / raw.ownMs) * 10) / 10;
    return {
      figures: {
        requests: requestCount,
        events,
        rebuilt,
        eventsPerSecond,
        page,
        newsMs,
        raw,
        cellsTimesFaster,
      },
      limited: { pageP99Ms: page.p99Ms, newsMs, eventsPerSecond, differences: raw.differences },
    };
  } finally {
    databases.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function furnish(databases: Databases): Promise<TenantDb> {
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenant.id);
  await commit(db, [db.insert(subscribers).values(makeSubscriber(1)), db.insert(lines).values(makeLine(1))]);
  return db;
}

async function rebuild(db: TenantDb, say: BenchContext['say']) {
  const startedAt = performance.now();
  await askRebuild(db, now);
  let longestMs = 0;
  for (let done = 0; ; ) {
    const pieceAt = performance.now();
    const step = await rebuildStep(db, now, timeZone);
    if (!step) break;
    longestMs = Math.max(longestMs, performance.now() - pieceAt);
    done += step.n;
    if (done % 500_000 === 0) say(`${done} counted`);
  }
  return { seconds: inSeconds(performance.now() - startedAt), longestPieceMs: Math.round(longestMs) };
}

/** What the heaviest pages ask: every metric by months, by carriers and by days of a month. */
async function measurePages(db: TenantDb) {
  const asked = [
    { ...span, steps: 'month' },
    { ...span, by: 'carrier', steps: 'month' },
    { ...span, by: 'agent' },
    { from: '2026-10-01', to: '2026-10-31', steps: 'day', by: 'kind' },
  ] as const;
  const times: number[] = [];
  for (let turn = 0; turn < 40; turn++) {
    const startedAt = performance.now();
    for (const one of asked) await readFigures(db, { metrics: metricKeys, ...one, now, timeZone });
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** From an event's commit to the number of its day, the wait for the next look included. */
async function measureNews(db: TenantDb): Promise<number> {
  const today = {
    metrics: ['requestsReceived'],
    from: '2026-11-20',
    to: '2026-11-20',
    now,
    timeZone,
  } as const;
  const [before] = await readFigures(db, today);
  const startedAt = performance.now();
  await makeHistory(db, 1, () => {}, now);
  await countAll(db, now, timeZone);
  const [after] = await readFigures(db, today);
  if (after?.numerator !== (before?.numerator ?? 0) + 1) throw new Error('The new request was not counted.');
  return Math.round(performance.now() - startedAt + 500);
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
