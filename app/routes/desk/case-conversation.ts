import { data } from 'react-router';
import { readConversation } from '#app/features/conversation/read-conversation.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import type { Route } from './+types/case-conversation.ts';

/** More of what was said in a case than its page shows at first. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  const row = await getCase(db, params.caseId);
  if (!row) throw data(null, { status: 404 });
  const { control } = context.get(servicesContext).databases;
  const most = Number(new URL(request.url).searchParams.get('most')) || 0;
  return { conversation: await readConversation({ db, control, actor }, row, most) };
}
