import { data } from 'react-router';
import { SeatInput, seatAgent } from '#app/features/call/seat-agent.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/extensions.ts';

export async function action({ request, params, context }: Route.ActionArgs) {
  const { databases } = context.get(servicesContext);
  const tenant = await getTenant(databases.control, params.tenantId);
  if (!tenant) throw data(null, { status: 404 });
  const form = await readForm(SeatInput, request);
  if (!form.ok) return faulty(form.faults);
  const seated = await seatAgent(await databases.openTenant(tenant.id), centreActor(context), form.value);
  return seated.ok ? { ok: true } : refusal(seated.error);
}
