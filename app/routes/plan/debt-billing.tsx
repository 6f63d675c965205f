import { readLetters } from '#app/features/outreach/read-letters.ts';
import { BillingPage } from '#app/features/receivable/billing-page.tsx';
import { readBilling } from '#app/features/receivable/read-billing.ts';
import { BillingFileInput } from '#app/features/receivable/read-billing-file.ts';
import { takeBillingFile } from '#app/features/receivable/take-billing-file.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/debt-billing.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const desk = debtDeskOf(context);
  demand(desk.actor, 'debt:write');
  return { ...(await readBilling(desk)), letters: await readLetters(desk.db) };
}

/** Takes in a file that was looked at. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, BillingFileInput, takeBillingFile);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.receivable.billing.title);

export default function DebtBilling({ loaderData }: Route.ComponentProps) {
  return <BillingPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
