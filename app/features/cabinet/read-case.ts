import { asksRecommendation } from '#app/features/rating/rating.ts';
import type { TenantDb } from '#db/open.ts';
import { getOwnCase, listOwnMessages } from '#db/tenant/queries/cabinet-pages.ts';

/** A case of a subscriber as he sees it: what was said, and whether he may say how it was. `null`: it is not his. */
export async function readOwnCase(db: TenantDb, subscriberId: string, caseId: string) {
  const found = await getOwnCase(db, subscriberId, caseId);
  if (!found) return null;
  const { id, number, kind, state, subject, createdAt, mergedInto, stars } = found;
  return {
    id,
    number,
    kind,
    state,
    subject,
    createdAt,
    mergedInto,
    stars,
    isRatable: stars === null && (state === 'solved' || state === 'closed'),
    asksRecommendation: asksRecommendation(number),
    messages: await listOwnMessages(db, subscriberId, id),
  };
}
export type OwnCase = NonNullable<Awaited<ReturnType<typeof readOwnCase>>>;
