import { tryMailbox } from '#app/features/mail/try-mailbox.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/mailbox-trial.ts';

export async function action({ params, context }: Route.ActionArgs) {
  const tried = await tryMailbox(context.get(servicesContext), centreActor(context), params.tenantId);
  return tried.ok ? tried.value : refusal(tried.error);
}
