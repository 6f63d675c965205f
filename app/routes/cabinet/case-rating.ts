import { data } from 'react-router';
import { rateCase } from '#app/features/rating/rate-case.ts';
import { RatingInput } from '#app/features/rating/rating.ts';
import { ratingToken } from '#app/features/rating/rating-token.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { getOwnCase } from '#db/tenant/queries/cabinet-pages.ts';
import type { Route } from './+types/case-rating.ts';

/** How it was: the same rating as by the link in a mail, once. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { db, open } = context.get(cabinetContext);
  if (!(await getOwnCase(db, open.subscriberId, params.caseId))) throw data(null, { status: 404 });
  const form = await readForm(RatingInput, request);
  if (!form.ok) return faulty(form.faults);
  const { secretKey, now } = context.get(servicesContext);
  const token = ratingToken(secretKey, db.tenantId, params.caseId);
  const rated = await rateCase({ db, secretKey, now: now() }, token, form.value);
  return rated.ok ? { done: true } : refusal(rated.error);
}
