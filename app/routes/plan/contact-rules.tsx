import { readRulesPage } from '#app/features/outreach/read-rules-page.ts';
import { RulesPage } from '#app/features/outreach/rules-page.tsx';
import { ContactRulesInput, setContactRules } from '#app/features/outreach/set-contact-rules.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/contact-rules.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'outreach:write');
  const { databases, now } = context.get(servicesContext);
  return readRulesPage({ db, control: databases.control, now: now(), timeZone: tenant.timeZone });
}

/** Sets the rules of contacts from a day on. */
export function action({ request, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, ContactRulesInput, (desk, input) =>
    setContactRules(desk, timeZone, input),
  );
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.outreach.title);

export default function ContactRules({ loaderData }: Route.ComponentProps) {
  return <RulesPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
