import { asc, isNull } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { topics } from '../schema/case.ts';

/** Topics on offer, by title. One without a parent is a group of others. */
export function listTopics(db: TenantDb): Promise<{ id: string; parentId: string | null; title: string }[]> {
  return db
    .select({ id: topics.id, parentId: topics.parentId, title: topics.title })
    .from(topics)
    .where(isNull(topics.retiredAt))
    .orderBy(asc(topics.title));
}
