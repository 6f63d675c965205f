import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rebuildPoints } from '#app/features/points/rebuild-points.ts';
import { type Settlement, settlePoints } from '#app/features/points/settle-points.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { openDatabases, type TenantDb } from '#db/open.ts';
import { countAbove, getBoardRow, listBoardTop, listNeighbours } from '#db/tenant/queries/quality-boards.ts';
import { pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { createDraws } from '#seeds/draws.ts';
import { makeTenant } from '#seeds/factories.ts';
import type { BenchContext, Measured } from './bench.ts';
import { mirrorBoard } from './game-redis.ts';
import { median, percentile, rounded } from './statistics.ts';

const rowsInAll = 10_000_000;
const agentsInAll = 100_000;
const reads = 1_000;
const awards = 200;
const season = 'season:s1';
const first = Date.parse('2026-09-01T09:00:00Z');
const agentId = (index: number) => `01990000-0000-7000-8000-${String(index).padStart(12, '0')}`;

/**
 * Ten million entries of a hundred thousand agents: the top hundred with one's own place ± 5, an award until its
 * boards show it, boards made anew, and the same reads of a Redis sorted set beside. What is limited by processor
 * time is told by the clock, too: others use this machine.
 */
export async function game({ say }: BenchContext): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-bench-'));
  const databases = await openDatabases({ dataDir });
  try {
    await migrateDatabase(databases.control, 'control');
    const tenant = makeTenant(36);
    await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
    await migrateAll(databases);
    const db = await databases.openTenant(tenant.id);
    await fillLedger(db, say);
    const [made] = await timeEach([db], rebuildPoints);
    if (!made) throw new Error('The boards were not made.');
    say(`The boards were made in ${rounded(made.ms / 1000)} s.`);
    return await readBoards(db, made, say);
  } finally {
    databases.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A hundred entries an agent, five a day on twenty days, of 1…33 points, by a hash. Keys are as long as in life. */
async function fillLedger(db: TenantDb, say: BenchContext['say']): Promise<void> {
  const from = new Date(first);
  await commit(db, [
    db.insert(seasons).values({ id: 's1', name: 'Осень', from: '2026-09-01', openedBy: 'm', openedAt: from }),
    db.insert(pointRules).values({
      id: 'solved',
      version: 1,
      title: 'Решено',
      event: 'case-solved',
      points: 10,
      cap: null,
      isOn: true,
      from,
      setBy: 'm',
    }),
  ]);
  const rounds = 20;
  for (let day = 0; day < rounds; day++) {
    await db.$client.execute({
      sql: insertDay,
      args: [rowsInAll / rounds - 1, day, day, day, day, day, day],
    });
    say(`${(rowsInAll / rounds) * (day + 1)} entries`);
  }
}

const perDay = rowsInAll / agentsInAll / 20;
const insertDay = `
  with recursive n(i) as (select 0 union all select i + 1 from n where i < ?)
  insert into point_entries (agent_id, sequence, season_id, day, rule_id, rule_version, source_type, source_id,
    source_version, kind, raw, applied, span, occurred_at, recorded_at, actor)
  select printf('01990000-0000-7000-8000-%012d', i / ${perDay}), ? * ${perDay} + i % ${perDay} + 1, 's1',
    date('2026-09-01', '+' || cast(? as integer) || ' days'), 'solved', 1, 'case',
    printf('019%05d-%04d-7000-8000-%012d', cast(? as integer), 0, i), 1, 'award', p, p, 's1',
    ${first} + ? * 86400000 + i, ${first} + ? * 86400000 + i, 'worker'
  from (select i, 1 + ((i + cast(? as integer) * 1000003) * 2654435761 % 4294967296) / 8192
    % (5 + i / ${perDay} * 7 % 29) as p from n)`;

async function readBoards(db: TenantDb, made: Took, say: BenchContext['say']): Promise<Measured> {
  const draws = createDraws(4);
  const asked = Array.from({ length: reads }, () => agentId(draws.int(0, agentsInAll - 1)));
  await timeEach(asked.slice(0, 50), (agent) => readBoard(db, agent));
  const own = await timeEach(asked, (agent) => readBoard(db, agent));
  const redis = await mirrorBoard(db, season);
  const mirrored = redis && (await timeEach(asked, redis.read)).map(({ ms }) => ms);
  await redis?.stop();
  say('The boards were read.');
  const shown = (await timeEach(asked.slice(0, awards), (agent) => awardAndSee(db, agent))).map(
    ({ ms }) => ms,
  );
  const wall = own.map(({ ms }) => ms);
  const p99CpuMs = rounded(
    percentile(
      own.map(({ cpuMs }) => cpuMs),
      0.99,
    ),
  );
  const onBoardP99Ms = rounded(percentile(shown, 0.99));
  const rebuildRowsPerCpuSecond = Math.round((1000 * rowsInAll) / made.cpuMs);
  return {
    figures: {
      entries: rowsInAll,
      agents: agentsInAll,
      reads,
      p99CpuMs,
      p50Ms: rounded(median(wall)),
      p99Ms: rounded(percentile(wall, 0.99)),
      redisP50Ms: mirrored && rounded(median(mirrored)),
      redisP99Ms: mirrored && rounded(percentile(mirrored, 0.99)),
      medianTimesRedis: mirrored && rounded(median(wall) / median(mirrored)),
      onBoardP50Ms: rounded(median(shown)),
      onBoardP99Ms,
      rebuildRowsPerCpuSecond,
      rebuildRowsPerSecond: Math.round((1000 * rowsInAll) / made.ms),
    },
    limited: { p99CpuMs, onBoardP99Ms, rebuildRowsPerCpuSecond },
  };
}

async function readBoard(db: TenantDb, agent: string): Promise<void> {
  const [, row] = await Promise.all([listBoardTop(db, season, 100), getBoardRow(db, season, agent)]);
  if (!row) throw new Error(`The agent ${agent} is not on the board.`);
  await Promise.all([countAbove(db, season, row), listNeighbours(db, season, row, 5)]);
}

let settled = 0;
async function awardAndSee(db: TenantDb, agent: string): Promise<void> {
  const before = await getBoardRow(db, season, agent);
  const occurredAt = new Date(first + 20 * 86_400_000);
  const settlement: Settlement = {
    source: { type: 'case', id: `fresh-${settled++}`, version: 1 },
    fact: {
      event: 'case-solved',
      agentId: agent,
      occurredAt,
      share: 1,
      weightPercent: 100,
      quality: { isReopened: false, hasFailed: false, hasCriticalError: false },
    },
    actor: 'worker',
    why: {},
  };
  await settlePoints({ db, now: occurredAt, timeZone: 'Europe/Moscow' }, settlement);
  const after = await getBoardRow(db, season, agent);
  if (after?.points !== (before?.points ?? 0) + 10) throw new Error(`An award of ${agent} was lost.`);
}

/** The local database answers in the thread that asks, so its processor time is the whole of a read. */
type Took = { ms: number; cpuMs: number };

async function timeEach<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<Took[]> {
  const took: Took[] = [];
  for (const item of items) {
    const startedAt = performance.now();
    const before = process.threadCpuUsage();
    await act(item);
    const { user, system } = process.threadCpuUsage(before);
    took.push({ ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 });
  }
  return took;
}
