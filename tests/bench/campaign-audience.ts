import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Condition } from '#app/features/campaign/conditions.ts';
import { previewAudience } from '#app/features/campaign/preview-audience.ts';
import { openAudienceRun, refreshPages } from '#app/features/campaign/refresh-audience.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { openDatabases, type TenantDb } from '#db/open.ts';
import { countAudience, getAudienceAsOf, getAudienceRun } from '#db/tenant/queries/audience.ts';
import { makeTenant } from '#seeds/factories.ts';
import { seedDebtsAtScale } from '#seeds/scale-debts.ts';
import type { BenchContext, Measured } from './bench.ts';

const lines = 1_000_000;
const today = '2026-11-22';
const now = new Date(`${today}T09:00:00Z`);
const carriers = ['mts', 'beeline', 'megafon'];
const rounds = 5;

const audiences: Record<string, Condition[]> = {
  everybody: [],
  overdue: [{ field: 'overdue', is: 'at-least', value: 1 }],
  long: [
    { field: 'tenure-months', is: 'at-least', value: 1 },
    { field: 'days-since-contact', is: 'at-least', value: 30 },
    { field: 'carrier', is: 'any-of', values: ['mts', 'beeline'] },
    { field: 'option', is: 'none-of', values: ['a', 'b', 'c'] },
    { field: 'cases-90', is: 'at-most', value: 2 },
  ],
};

/** Counts whom conditions fit among a million lines, and looks up what is known of all of them before. */
export async function campaignAudience({ say }: BenchContext): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-bench-'));
  try {
    const databases = await openDatabases({ dataDir });
    const db = await fill(databases, say);
    const refreshSeconds = await refresh(db, say);
    const previews: Record<string, { people: number; cpuMs: number; wallMs: number }> = {};
    for (const [name, conditions] of Object.entries(audiences)) {
      previews[name] = await measure(db, conditions);
      say(`${name}: ${JSON.stringify(previews[name])}`);
    }
    const longestPieceMs = await measurePieces(db);
    databases.close();
    const previewCpuMs = Math.max(...Object.values(previews).map(({ cpuMs }) => cpuMs));
    return {
      figures: { lines, refreshSeconds, previews, longestPieceMs },
      limited: { previewCpuMs, longestPieceMs },
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(databases: Awaited<ReturnType<typeof openDatabases>>, say: BenchContext['say']) {
  const tenant = makeTenant(1);
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenant.id);
  await seedDebtsAtScale(db, { count: lines, on: today }, (done) => {
    if (done % 200_000 === 0) say(`${done} lines made`);
  });
  return db;
}

async function refresh(db: TenantDb, say: BenchContext['say']): Promise<number> {
  const startedAt = performance.now();
  await openAudienceRun(db, now);
  const { id } = (await getAudienceRun(db)) ?? { id: '' };
  for (let pages = 0; ; pages += 50) {
    const refreshed = await refreshPages({ db, now: () => now, timeZone: 'Europe/Moscow' }, id, 50);
    if (pages % 200 === 0) say(`${pages * 1000} lines looked up`);
    if (refreshed !== 'more') return Math.round((performance.now() - startedAt) / 1000);
  }
}

const spec = (conditions: Condition[]) => ({ id: '', kind: 'prevention' as const, conditions, today });

/** The median of some countings: processor time, which a busy machine does not change, and what was waited. */
async function measure(db: TenantDb, conditions: Condition[]) {
  const tries: { cpuMs: number; wallMs: number; people: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
    const { people } = await previewAudience(db, spec(conditions), carriers);
    const used = process.cpuUsage(cpu);
    const cpuMs = Math.round((used.user + used.system) / 1000);
    tries.push({ people, cpuMs, wallMs: Math.round(performance.now() - startedAt) });
  }
  const median = tries.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.floor(rounds / 2)];
  return median ?? { people: 0, cpuMs: 0, wallMs: 0 };
}

/** So long the longest piece of a counting keeps everybody else of the process waiting, in processor time. */
async function measurePieces(db: TenantDb): Promise<number> {
  const { marks } = (await getAudienceAsOf(db)) ?? { marks: [] };
  let [after, longest] = ['', 0];
  for (const upTo of marks) {
    const cpu = process.cpuUsage();
    await countAudience(db, spec(audiences.long ?? []), { place: { after, upTo }, carriers });
    const used = process.cpuUsage(cpu);
    longest = Math.max(longest, Math.round((used.user + used.system) / 1000));
    after = upTo;
  }
  return longest;
}
