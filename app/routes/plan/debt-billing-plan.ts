import { planBillingFile } from '#app/features/receivable/plan-billing-file.ts';
import { BillingFileInput } from '#app/features/receivable/read-billing-file.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/debt-billing-plan.ts';

/** What a file would book, and why its other rows would wait. Writes nothing. */
export function action({ request, context }: Route.ActionArgs) {
  const { actor, timeZone } = debtDeskOf(context);
  demand(actor, 'debt:write');
  return answerJson({ request, context }, BillingFileInput, ({ db, now }, input) =>
    planBillingFile(db, input, dateAt(now.getTime(), timeZone)),
  );
}
