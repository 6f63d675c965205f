import { data } from 'react-router';
import { decideForSubscriber, GoodwillInput } from '#app/features/goodwill/decide-for-subscriber.ts';
import { readCaseGoodwill } from '#app/features/goodwill/read-goodwill.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import type { Route } from './+types/case-goodwill.ts';

/** What may still be decided in a case, and what was. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'goodwill:decide');
  if (!(await getCase(db, params.caseId))) throw data(null, { status: 404 });
  const { databases, now } = context.get(servicesContext);
  const reader = { db, control: databases.control, actor, now: now(), timeZone: tenant.timeZone };
  return readCaseGoodwill(reader, params.caseId);
}

/** Decides in the subscriber's favour. */
export function action({ request, params: { caseId }, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, GoodwillInput, (desk, input) =>
    decideForSubscriber({ ...desk, timeZone }, { ...input, caseId }),
  );
}
