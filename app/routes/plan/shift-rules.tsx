import { changeLabourRule, RuleInput } from '#app/features/shift/change-rule.ts';
import { readRules } from '#app/features/shift/read-plan-settings.ts';
import { RulesPage } from '#app/features/shift/rules-page.tsx';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-rules.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  return readRules(shiftDeskOf(context));
}

export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, RuleInput, changeLabourRule);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.shift.rules.title);

export default function ShiftRules({ loaderData }: Route.ComponentProps) {
  return <RulesPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
