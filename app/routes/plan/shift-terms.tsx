import { readTerms } from '#app/features/shift/read-plan-settings.ts';
import { saveTerms, TermsInput } from '#app/features/shift/save-terms.ts';
import { TermsPage } from '#app/features/shift/terms-page.tsx';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-terms.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  return readTerms(shiftDeskOf(context));
}

export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, TermsInput, saveTerms);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.shift.terms.title);

export default function ShiftTerms({ loaderData }: Route.ComponentProps) {
  return <TermsPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
