import { BillingTold, hearBilling } from '#app/features/receivable/hear-billing.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { servicesContext } from '#app/platform/context.ts';
import { readKeyedHook } from '#app/platform/keyed-hook.ts';
import type { Route } from './+types/billing.ts';

/** A client company's billing tells of charges and payments; every row is answered in its place. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const hook = { tenantSlug: params.tenant, told: BillingTold, mostBytes: 512 * 1024 };
  const heard = await readKeyedHook(request, services, hook);
  if (heard instanceof Response) return heard;
  const { db, timeZone, keyId: by, told } = heard;
  const at = services.now();
  const desk = { db, by, at, today: dateAt(at.getTime(), timeZone), lane: 'bulk' as const };
  const booked = await hearBilling(desk, told);
  if (!booked.ok) return Response.json({ error: booked.error.code }, { status: 409 });
  return Response.json({ entries: booked.value });
}
