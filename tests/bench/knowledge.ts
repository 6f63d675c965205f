import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reindex } from '#app/features/knowledge/index-documents.ts';
import type { Findable } from '#app/features/knowledge/prepare-documents.ts';
import { searchKnowledge } from '#app/features/knowledge/search-knowledge.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { openDatabases, type TenantDb } from '#db/open.ts';
import { createDraws } from '#seeds/draws.ts';
import { makeTenant } from '#seeds/factories.ts';
import { generateArchive } from '#seeds/knowledge-archive.ts';
import { readSeededArticles } from '#seeds/knowledge-files.ts';
import { type EvalQuery, expandQueries, readQueries } from '#tests/evals/knowledge-queries.ts';
import type { BenchContext, Measured } from './bench.ts';
import { percentile, rounded } from './statistics.ts';

const articlesInAll = 100_000;
const queriesInAll = 2_000;
const batchSize = 2_000;
const now = new Date('2026-11-20T12:00:00Z');

/** A hundred thousand articles, two thousand questions: how long an answer takes, and whether it is one. */
export async function knowledge({ say }: BenchContext): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-bench-'));
  const databases = await openDatabases({ dataDir });
  try {
    await migrateDatabase(databases.control, 'control');
    const tenant = makeTenant(36);
    await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
    await migrateAll(databases);
    const db = await databases.openTenant(tenant.id);
    const startedAt = performance.now();
    await fill(db, say);
    const fillSeconds = rounded((performance.now() - startedAt) / 1000);
    const queries = expandQueries(readQueries(), queriesInAll, 36);
    // The first pass only warms up: the stems of the questions, the pages of the file.
    await askAll(db, queries.slice(0, 200));
    const asked = await askAll(db, queries);
    return figuresOf(asked, { articlesInAll, fillSeconds, written: readQueries().length });
  } finally {
    databases.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The articles that people look for stand anywhere among the others. */
async function fill(db: TenantDb, say: BenchContext['say']): Promise<void> {
  const wanted = readSeededArticles().map(({ slug, carrier, title, keywords, body }): Findable => {
    const held = { carrier: carrier ?? '', validFrom: null, validUntil: null };
    return { kind: 'article', ref: slug, title, keywords, body, ...held };
  });
  const archive = generateArchive(articlesInAll - wanted.length, 36);
  const docs = createDraws(36).shuffle([...archive, ...wanted]);
  for (let from = 0; from < docs.length; from += batchSize) {
    await commit(db, reindex(db, [], docs.slice(from, from + batchSize)));
    if (from % 20_000 === 0) say(`${from} articles`);
  }
}

type Asked = EvalQuery & { ms: number; cpuMs: number; found: string[] };

async function askAll(db: TenantDb, queries: readonly EvalQuery[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const query of queries) {
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    const input = { text: query.text, carrier: null, now, limit: 5, isTyping: true };
    const { docs } = await searchKnowledge(db, input);
    const ms = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    asked.push({ ...query, ms, cpuMs: (user + system) / 1000, found: docs.map(({ ref }) => ref) });
  }
  return asked;
}

/** The share of the expected articles that are among the first five; the mean over the questions. */
function recallOf(asked: readonly Asked[]): number {
  const shares = asked.map(
    ({ expects, found }) => expects.filter((slug) => found.includes(slug)).length / expects.length,
  );
  return rounded(shares.reduce((sum, share) => sum + share, 0) / shares.length);
}

function figuresOf(
  asked: Asked[],
  size: { articlesInAll: number; fillSeconds: number; written: number },
): Measured {
  const times = asked.map(({ ms }) => ms);
  const cpuTimes = asked.map(({ cpuMs }) => cpuMs);
  const missed = asked.filter(({ expects, found }) => !expects.every((slug) => found.includes(slug)));
  const recallAt5 = recallOf(asked);
  const p99Ms = rounded(percentile(times, 0.99));
  return {
    figures: {
      ...size,
      queries: asked.length,
      p50Ms: rounded(percentile(times, 0.5)),
      p90Ms: rounded(percentile(times, 0.9)),
      p99Ms,
      cpuP99Ms: rounded(percentile(cpuTimes, 0.99)),
      slowestMs: rounded(Math.max(...times)),
      recallAt5,
      recallAt5AsWritten: recallOf(asked.slice(0, size.written)),
      missed: missed.slice(0, 20).map(({ text, expects }) => `${text} -> ${expects.join(', ')}`),
    },
    limited: { p99Ms, recallAt5 },
  };
}
