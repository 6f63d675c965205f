import { eq } from 'drizzle-orm';
import { settleWork } from '#app/features/points/settle-work.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { type CaseRow, getCase } from '#db/tenant/queries/cases.ts';
import { isRated } from '#db/tenant/queries/ratings.ts';
import { getReviewable } from '#db/tenant/queries/review-subjects.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { asksRecommendation, type RatingInput, type RatingRefusal } from './rating.ts';
import { readRatingToken } from './rating-token.ts';

type Rater = { db: TenantDb; secretKey: Buffer; now: Date };

/** The subscriber rates a solved case, once. It hangs on who solved it, and on what was decided in his favour. */
export async function rateCase(
  { db, secretKey, now }: Rater,
  token: string,
  { stars, word, recommends }: RatingInput,
): Promise<Result<null, RatingRefusal>> {
  const found = await findRatable({ db, secretKey }, token);
  if (!found.ok) return found;
  const { row, agentId, solvedAt } = found.value;
  const said = { stars, word, recommends: asksRecommendation(row.number) ? recommends : null };
  const written = await commit(db, [
    db.insert(ratings).values({ caseId: row.id, agentId, ...said, solvedAt, at: now }),
    db.update(goodwillDecisions).set({ rating: stars }).where(eq(goodwillDecisions.caseId, row.id)),
    callFor(db, settleWork('rating', row.id, now), now),
  ]);
  return written.ok ? ok(null) : refuse({ code: 'rated-already' });
}

/** The case that a token lets rate now. */
export async function findRatable(
  { db, secretKey }: Omit<Rater, 'now'>,
  token: string,
): Promise<Result<{ row: CaseRow; agentId: string; solvedAt: Date }, RatingRefusal>> {
  const caseId = readRatingToken(secretKey, db.tenantId, token);
  const row = caseId === null ? null : await getCase(db, caseId);
  if (!row) return refuse({ code: 'rating-not-found' });
  if (await isRated(db, row.id)) return refuse({ code: 'rated-already' });
  const isOver = row.state === 'solved' || row.state === 'closed';
  const work = isOver ? await getReviewable(db, { subjectType: 'case', subjectId: row.id }) : null;
  if (!work) return refuse({ code: 'rating-too-early' });
  return ok({ row, agentId: work.agentId, solvedAt: work.occurredAt });
}
