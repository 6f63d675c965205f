import { tryConnection } from '#app/features/carrier-account/try-connection.ts';
import { parsePhone } from '#app/features/subscriber/phone.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readFields } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/carrier-account-trial.ts';

export async function action({ request, params, context }: Route.ActionArgs) {
  const phone = parsePhone(String((await readFields(request)).get('phone') ?? ''));
  if (!phone.ok) return faulty({ phone: 'phone' });
  const account = { tenantId: params.tenantId, id: params.accountId };
  const tried = await tryConnection(context.get(servicesContext), centreActor(context), account, phone.value);
  return tried.ok ? tried.value : refusal(tried.error);
}
