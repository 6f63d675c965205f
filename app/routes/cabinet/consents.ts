import { giveConsent, OfferInput } from '#app/features/outreach/own-consents.ts';
import { browserName } from '#app/features/person/user-agent.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { visitOf } from '#app/platform/visit.ts';
import type { Route } from './+types/consents.ts';

/** He agrees to what stands before him. */
export async function action({ request, context }: Route.ActionArgs) {
  const { tenant, db, open, locale } = context.get(cabinetContext);
  const form = await readForm(OfferInput, request);
  if (!form.ok) return faulty(form.faults);
  const { subscriberId, id, msisdn } = open;
  const { address, userAgent } = visitOf(request, context);
  const session = { id, msisdn, address, browser: browserName(userAgent) };
  const now = context.get(servicesContext).now();
  const given = await giveConsent(
    { db, subscriberId, session, company: tenant.name, locale, now },
    form.value,
  );
  return given.ok ? { done: true } : refusal(given.error);
}
