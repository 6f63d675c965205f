import { and, desc, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Probe, titleMark } from '#app/features/knowledge/plan-search.ts';
import type { PreparedDoc } from '#app/features/knowledge/prepare-documents.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { counters } from '../schema/desk.ts';
import { knowledgeDocs, knowledgeSpellings, knowledgeTerms } from '../schema/knowledge.ts';

/** The full-text table, which drizzle's migrations cannot describe. Its own name is the column to match. */
const knowledgeIndex = sqliteTable('knowledge_index', {
  rowid: integer(),
  terms: text(),
});
const docCounter = 'knowledge-docs';

export type IndexedDoc = typeof knowledgeDocs.$inferSelect;
export type DocKey = Pick<IndexedDoc, 'kind' | 'carrier' | 'ref'>;
/** `carrier` null: of any. `now`: what holds at this instant. */
export type DocFilter = { carrier: string | null; now: Date };

export async function countDocs(db: TenantDb): Promise<number> {
  const [row] = await db
    .select({ value: counters.value })
    .from(counters)
    .where(eq(counters.name, docCounter));
  return row?.value ?? 0;
}

export async function countTerms(db: TenantDb, terms: readonly string[]): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map();
  const rows = await db
    .select()
    .from(knowledgeTerms)
    .where(and(inArray(knowledgeTerms.term, [...terms]), gt(knowledgeTerms.docs, 0)));
  return new Map(rows.map(({ term, docs }) => [term, docs]));
}

/** The commonest terms that begin so. U+10FFFF sorts behind every character. */
export function listTermsByPrefix(db: TenantDb, prefix: string, limit: number) {
  const { term, docs } = knowledgeTerms;
  return db
    .select()
    .from(knowledgeTerms)
    .where(and(gte(term, prefix), lt(term, `${prefix}\u{10ffff}`), gt(docs, 0)))
    .orderBy(desc(docs))
    .limit(limit);
}

/** The terms that share a spelling with a misspelt word. */
export function listTermsBySpelling(db: TenantDb, spellings: readonly string[]) {
  return db
    .selectDistinct({ term: knowledgeTerms.term, docs: knowledgeTerms.docs })
    .from(knowledgeSpellings)
    .innerJoin(knowledgeTerms, eq(knowledgeTerms.term, knowledgeSpellings.term))
    .where(and(inArray(knowledgeSpellings.spelling, [...spellings]), gt(knowledgeTerms.docs, 0)));
}

/** For every probe the first documents it meets, newest first; all in one statement. `probe`: its place. */
export function runProbes(
  db: TenantDb,
  probes: readonly Probe[],
  filter: DocFilter,
  limitEach: number,
): Promise<{ id: number; probe: number }[]> {
  const arms = probes.map(
    ({ match }, place) => sql`select * from (
      select ${knowledgeDocs.id} as id, ${place} as probe
      from ${knowledgeIndex} join ${knowledgeDocs} on ${knowledgeDocs.id} = ${knowledgeIndex.rowid}
      where ${knowledgeIndex} match ${match} and ${holds(filter)}
      order by ${knowledgeIndex.rowid} desc limit ${limitEach})`,
  );
  return db.all(sql.join(arms, sql` union all `));
}

function holds({ carrier, now }: DocFilter): SQL {
  const { validFrom, validUntil } = knowledgeDocs;
  const at = now.getTime();
  const ofCarrier = carrier === null ? sql`true` : sql`${knowledgeDocs.carrier} in ('', ${carrier})`;
  return sql`${ofCarrier} and coalesce(${validFrom}, 0) <= ${at} and (${validUntil} is null or ${validUntil} > ${at})`;
}

export function listDocs(db: TenantDb, ids: readonly number[]): Promise<IndexedDoc[]> {
  return db
    .select()
    .from(knowledgeDocs)
    .where(inArray(knowledgeDocs.id, [...ids]));
}

export function listDocsByRef(
  db: TenantDb,
  kind: DocKey['kind'],
  carrier: string,
  refs: readonly string[],
): Promise<IndexedDoc[]> {
  const { kind: ofKind, carrier: ofCarrier, ref } = knowledgeDocs;
  return db
    .select()
    .from(knowledgeDocs)
    .where(and(eq(ofKind, kind), eq(ofCarrier, carrier), inArray(ref, [...refs])));
}

/** An article is found under whichever carrier it was indexed last. */
export async function getArticleDoc(db: TenantDb, articleId: string): Promise<IndexedDoc | null> {
  const [row] = await db
    .select()
    .from(knowledgeDocs)
    .where(and(eq(knowledgeDocs.kind, 'article'), eq(knowledgeDocs.ref, articleId)));
  return row ?? null;
}

/** Bounded by SQLite's limit of bound values. */
const rowsPerInsert = 500;

/** Makes documents findable. `counts`, `spellings`: what their terms add, see prepare-documents. */
export function storeDocs(
  db: TenantDb,
  docs: readonly PreparedDoc[],
  counts: ReadonlyMap<string, number>,
  spellings: readonly (typeof knowledgeSpellings.$inferInsert)[],
): Statement[] {
  const terms = [...counts].map(([term, added]) => ({ term, docs: added }));
  return [
    ...inPieces(docs).map((some) => db.insert(knowledgeDocs).values(some)),
    fillIndex(db),
    ...inPieces(terms).map((some) =>
      db
        .insert(knowledgeTerms)
        .values(some)
        .onConflictDoUpdate({
          target: knowledgeTerms.term,
          set: { docs: sql`${knowledgeTerms.docs} + excluded.docs` },
        }),
    ),
    ...inPieces(spellings).map((some) => db.insert(knowledgeSpellings).values(some).onConflictDoNothing()),
    addToCounter(db, docs.length),
  ];
}

/**
 * Both tables have the same ids, so what stands behind the last row of the index is new. The terms of a title
 * are there twice, once with the mark of titles: a table of one column without places is the fastest.
 */
function fillIndex(db: TenantDb): Statement {
  const { id, titleTerms, bodyTerms } = knowledgeDocs;
  const marked = sql`replace(' ' || ${titleTerms}, ' ', ' ' || ${titleMark})`;
  const terms = sql<string>`${titleTerms} || ' ' || ${bodyTerms} || ${marked}`.as('terms');
  const last = sql`(select ${knowledgeIndex.rowid} from ${knowledgeIndex} order by 1 desc limit 1)`;
  return db.insert(knowledgeIndex).select(
    db
      .select({ rowid: id, terms })
      .from(knowledgeDocs)
      .where(gt(id, sql`coalesce(${last}, 0)`)),
  );
}

/** Takes documents out of the index. `counts`: what their terms take away. Their spellings stay, harmless. */
export function removeDocs(
  db: TenantDb,
  docs: readonly IndexedDoc[],
  counts: ReadonlyMap<string, number>,
): Statement[] {
  if (docs.length === 0) return [];
  const ids = docs.map(({ id }) => id);
  const terms = [...counts].map(([term, taken]) => ({ term, docs: -taken }));
  return [
    db.delete(knowledgeIndex).where(inArray(knowledgeIndex.rowid, ids)),
    db.delete(knowledgeDocs).where(inArray(knowledgeDocs.id, ids)),
    ...inPieces(terms).map((some) =>
      db
        .insert(knowledgeTerms)
        .values(some)
        .onConflictDoUpdate({
          target: knowledgeTerms.term,
          set: { docs: sql`${knowledgeTerms.docs} + excluded.docs` },
        }),
    ),
    addToCounter(db, -docs.length),
  ];
}

function addToCounter(db: TenantDb, added: number): Statement {
  return db
    .insert(counters)
    .values({ name: docCounter, value: added })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + excluded.value` } });
}

function inPieces<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerInsert) }, (_, piece) =>
    rows.slice(piece * rowsPerInsert, (piece + 1) * rowsPerInsert),
  );
}
