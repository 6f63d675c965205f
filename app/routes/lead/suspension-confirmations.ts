import { z } from 'zod';
import { confirmSuspensions } from '#app/features/suspension/decide-proposal.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/suspension-confirmations.ts';

const Proposals = z.strictObject({
  proposals: z
    .array(z.strictObject({ suspensionId: z.uuid(), version: z.int() }))
    .min(1)
    .max(200),
});

/** A person's yes to several suspensions, each answered by itself. */
export async function action({ request, context }: Route.ActionArgs) {
  demand(context.get(workplaceContext).actor, 'debt:suspend');
  const input = Proposals.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  return confirmSuspensions(debtDeskOf(context), input.data.proposals);
}
