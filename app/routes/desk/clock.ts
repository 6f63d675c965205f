import { readLedger } from '#app/features/sla/read-ledger.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/clock.ts';

/** Why the clocks of a case stand as they do, asked when a chip is opened. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  const ledger = await readLedger(db, params.caseId, context.get(servicesContext).now());
  return ledger.ok ? ledger.value : refusal(ledger.error);
}
