import { GatewayInput } from '#app/features/messenger/messenger.ts';
import { setGateway } from '#app/features/messenger/set-gateway.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/messenger.ts';

/** Answers the secret itself, this once. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(GatewayInput, request);
  if (!form.ok) return faulty(form.faults);
  const services = context.get(servicesContext);
  const set = await setGateway(services, centreActor(context), params.tenantId, 'messenger', form.value);
  return set.ok ? set.value : refusal(set.error);
}
