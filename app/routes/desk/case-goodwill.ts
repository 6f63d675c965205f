import { data } from 'react-router';
import { decideForSubscriber, GoodwillInput } from '#app/features/goodwill/decide-for-subscriber.ts';
import { readPowers } from '#app/features/goodwill/read-goodwill.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import type { Route } from './+types/case-goodwill.ts';

/** What this person may still decide in a case by himself. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'goodwill:decide');
  if (!(await getCase(db, params.caseId))) throw data(null, { status: 404 });
  const now = context.get(servicesContext).now();
  return readPowers({ db, actor, now, timeZone: tenant.timeZone }, params.caseId);
}

/** Decides in the subscriber's favour. */
export function action({ request, params: { caseId }, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, GoodwillInput, (desk, input) =>
    decideForSubscriber({ ...desk, timeZone }, { ...input, caseId }),
  );
}
