import { asc, isNull } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { synonymSets } from '../schema/knowledge.ts';

/** The company's own sets of words that mean the same. */
export function listSynonymSets(db: TenantDb) {
  return db
    .select()
    .from(synonymSets)
    .where(isNull(synonymSets.removedAt))
    .orderBy(asc(synonymSets.createdAt));
}
