import { asc, eq } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { savedViews } from '../schema/desk.ts';

export type SavedView = { id: string; name: string; query: string };

export function listSavedViews(db: TenantDb, userId: string): Promise<SavedView[]> {
  return db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.userId, userId))
    .orderBy(asc(savedViews.name));
}
