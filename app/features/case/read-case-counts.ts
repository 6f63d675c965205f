import type { TenantDb } from '#db/open.ts';
import { countCases, countUnreadCases } from '#db/tenant/queries/case-counts.ts';
import { caseFilterOf, parseCaseQuery, searchOfCases, standingCaseViews } from './case-query.ts';

/** From here on a count is shown as `999+`. */
export const mostCounted = 1000;

/** What needs a person in each of the views everybody has, and how many cases have something new for him. */
export async function readCaseCounts(db: TenantDb, userId: string, now: Date) {
  const counted = standingCaseViews.map(
    async ({ name, query }) => [name, await countCaseView(db, userId, searchOfCases(query), now)] as const,
  );
  const views = Object.fromEntries(await Promise.all(counted)) as Record<
    (typeof standingCaseViews)[number]['name'],
    number
  >;
  return { ...views, unread: await countUnreadCases(db, userId) };
}

/** How many cases the view with this address finds. */
export function countCaseView(db: TenantDb, userId: string, search: string, now: Date): Promise<number> {
  const query = parseCaseQuery(new URLSearchParams(search));
  return countCases(db, caseFilterOf(query, userId, now), mostCounted);
}
