import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { parseRequestQuery, searchOf } from '#app/features/request/request-query.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listSavedViews, type SavedView } from '#db/tenant/queries/saved-views.ts';
import { savedViews } from '#db/tenant/schema/desk.ts';

export const ViewInput = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** The query string of the request list. What it does not know is dropped, its cursor too. */
  query: z
    .string()
    .max(2000)
    .transform((query) => searchOf({ ...parseRequestQuery(new URLSearchParams(query)), before: null })),
});
export type ViewInput = z.infer<typeof ViewInput>;
export type ViewRefusal = { code: 'view-name-taken' } | { code: 'too-many-views' };

/** Each view is counted on every page. */
const mostViews = 20;

/** A view of one's own. */
export async function saveView(
  { db, userId, now }: { db: TenantDb; userId: string; now: Date },
  input: ViewInput,
): Promise<Result<SavedView, ViewRefusal>> {
  const known = await listSavedViews(db, userId);
  if (known.length >= mostViews) return refuse({ code: 'too-many-views' });
  const row = { id: uuid(), userId, ...input, createdAt: now };
  const written = await commit(db, [db.insert(savedViews).values(row)]);
  return written.ok ? ok({ id: row.id, ...input }) : refuse({ code: 'view-name-taken' });
}

/** One's own only; a foreign one is left alone. */
export async function removeView(db: TenantDb, userId: string, viewId: string): Promise<void> {
  const own = and(eq(savedViews.id, viewId), eq(savedViews.userId, userId));
  await commit(db, [db.delete(savedViews).where(own)]);
}
