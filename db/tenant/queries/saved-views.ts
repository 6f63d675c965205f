import { asc, eq, or } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { savedViews } from '../schema/desk.ts';

type ViewRow = typeof savedViews.$inferSelect;
export type SavedView = Pick<ViewRow, 'id' | 'name' | 'query' | 'area' | 'isShared'> & { isOwn: boolean };

/** A person's own views and those shared with everybody, by name. */
export async function listSavedViews(db: TenantDb, userId: string): Promise<SavedView[]> {
  const rows = await db
    .select()
    .from(savedViews)
    .where(or(eq(savedViews.userId, userId), eq(savedViews.isShared, true)))
    .orderBy(asc(savedViews.name));
  return rows.map(({ id, name, query, area, isShared, userId: owner }) => ({
    id,
    name,
    query,
    area,
    isShared,
    isOwn: owner === userId,
  }));
}
