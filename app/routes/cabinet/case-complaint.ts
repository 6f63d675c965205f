import { data, redirect } from 'react-router';
import { z } from 'zod';
import { complaintAbout, placeWords } from '#app/features/cabinet/hear-cabinet.ts';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { getOwnCase } from '#db/tenant/queries/cabinet-pages.ts';
import type { Route } from './+types/case-complaint.ts';

const ComplaintInput = z.object({ formToken: z.uuid() });

/** One tap: he is not content with how a case of his goes. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { tenant, ...own } = context.get(cabinetContext);
  const about = await getOwnCase(own.db, own.open.subscriberId, params.caseId);
  if (!about) throw data(null, { status: 404 });
  const form = await readForm(ComplaintInput, request);
  if (!form.ok) return faulty(form.faults);
  const now = context.get(servicesContext).now();
  const { words, ...opens } = complaintAbout(about, own.locale);
  const placed = await placeWords({ ...own, now }, { ...form.value, words }, opens);
  const heard = placed.ok ? await hearSubscriber(own.db, placed.value, now) : placed;
  if (!heard.ok) return refusal(heard.error);
  return redirect(`/my/${tenant.slug}/cases/${heard.value.caseId}?thanks=complaint`);
}
