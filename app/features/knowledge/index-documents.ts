import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type IndexedDoc, removeDocs, storeDocs } from '#db/tenant/queries/knowledge-index.ts';
import { countDocuments, type Findable, prepareDocument, spellingRows } from './prepare-documents.ts';

/** The statements that put documents in the place of others: `old` as they stand in the index now. */
export function reindex(db: TenantDb, old: readonly IndexedDoc[], fresh: readonly Findable[]): Statement[] {
  const docs = fresh.map(prepareDocument);
  const counts = countDocuments(docs);
  const added = docs.length > 0 ? storeDocs(db, docs, counts, spellingRows(counts.keys())) : [];
  return [...removeDocs(db, old, countDocuments(old)), ...added];
}
