import type { TenantDb } from '#db/open.ts';
import { countLinkedCases, listSearchesSince, listUseOfArticles } from '#db/tenant/queries/knowledge-use.ts';
import { measureSearches } from './measure-knowledge.ts';

const measuredMs = 30 * 86_400_000;
const mostArticles = 20;

/** How the knowledge served in the last 30 days. */
export async function readMeasures(db: TenantDb, now: Date) {
  const since = new Date(now.getTime() - measuredMs);
  const use = await listUseOfArticles(db, since, mostArticles);
  return {
    ...measureSearches(await listSearchesSince(db, since)),
    cases: await countLinkedCases(db, since),
    use: use.filter(({ kept, linked }) => kept + linked > 0),
  };
}
