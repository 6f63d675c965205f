import { readSaveDesk } from '#app/features/save-desk/read-desk.ts';
import { SavePage } from '#app/features/save-desk/save-page.tsx';
import { LeavingTopics, setLeavingTopics } from '#app/features/save-desk/set-leaving-topics.ts';
import { readTalkQuery } from '#app/features/save-desk/talk-query.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/save.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'offer:propose');
  return readSaveDesk(debtDeskOf(context), readTalkQuery(new URL(request.url).searchParams));
}

/** Says which topics of cases lead here. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, LeavingTopics, setLeavingTopics);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.save.title);

export default function Save({ loaderData }: Route.ComponentProps) {
  return <SavePage desk={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
