import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { parseCaseQuery, searchOfCases } from '#app/features/case/case-query.ts';
import { firstPage, parseRequestQuery, searchOf } from '#app/features/request/request-query.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listSavedViews, type SavedView } from '#db/tenant/queries/saved-views.ts';
import { savedViews } from '#db/tenant/schema/desk.ts';

const normalised = {
  request: (search: URLSearchParams) => searchOf({ ...parseRequestQuery(search), ...firstPage }),
  case: (search: URLSearchParams) => searchOfCases({ ...parseCaseQuery(search), after: null }),
};

export const ViewInput = z
  .strictObject({
    name: z.string().trim().min(1).max(60),
    area: z.enum(['request', 'case']).default('request'),
    /** As a box of a form sends it. */
    isShared: z
      .literal('on')
      .optional()
      .transform((sent) => sent === 'on'),
    /** The query string of the list. What the list does not know is dropped, its cursor too. */
    query: z.string().max(2000),
  })
  .transform((view) => ({ ...view, query: normalised[view.area](new URLSearchParams(view.query)) }));
export type ViewInput = z.infer<typeof ViewInput>;
export type ViewRefusal =
  | { code: 'view-name-taken' }
  | { code: 'too-many-views' }
  | { code: 'forbidden'; action: 'view:share' };

/** Each view is counted on every page. */
const mostViews = 20;

/** A view of one's own, or one that everybody here is shown. */
export async function saveView(
  { db, actor, now }: { db: TenantDb; actor: Actor; now: Date },
  input: ViewInput,
): Promise<Result<SavedView, ViewRefusal>> {
  if (input.isShared && !can(actor, 'view:share')) return refuse({ code: 'forbidden', action: 'view:share' });
  const known = await listSavedViews(db, actor.userId);
  if (known.filter(({ area }) => area === input.area).length >= mostViews)
    return refuse({ code: 'too-many-views' });
  const row = { id: uuid(), userId: actor.userId, ...input, createdAt: now };
  const written = await commit(db, [db.insert(savedViews).values(row)]);
  return written.ok ? ok({ id: row.id, isOwn: true, ...input }) : refuse({ code: 'view-name-taken' });
}

/** One's own only; a foreign one is left alone. */
export async function removeView(db: TenantDb, userId: string, viewId: string): Promise<void> {
  const own = and(eq(savedViews.id, viewId), eq(savedViews.userId, userId));
  await commit(db, [db.delete(savedViews).where(own)]);
}
