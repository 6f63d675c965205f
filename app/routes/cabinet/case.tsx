import { data, redirect } from 'react-router';
import { CasePage } from '#app/features/cabinet/case-page.tsx';
import { MessageInput, placeWords } from '#app/features/cabinet/hear-cabinet.ts';
import { readCase } from '#app/features/cabinet/mark-read.ts';
import { readOwnCase } from '#app/features/cabinet/read-case.ts';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { getOwnCase } from '#db/tenant/queries/cabinet-pages.ts';
import type { Route } from './+types/case.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { tenant, db, open } = context.get(cabinetContext);
  const found = await readOwnCase(db, open.subscriberId, params.caseId);
  if (!found) throw data(null, { status: 404 });
  if (found.mergedInto) throw redirect(`/my/${tenant.slug}/cases/${found.mergedInto}`);
  await readCase(db, params.caseId, context.get(servicesContext).now());
  return { conversation: found, formToken: crypto.randomUUID() };
}

/** Words of his. A case that is closed goes on in a new one. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { tenant, ...own } = context.get(cabinetContext);
  if (!(await getOwnCase(own.db, own.open.subscriberId, params.caseId))) throw data(null, { status: 404 });
  const form = await readForm(MessageInput, request);
  if (!form.ok) return faulty(form.faults);
  const now = context.get(servicesContext).now();
  const placed = await placeWords({ ...own, now }, form.value, { caseId: params.caseId });
  const heard = placed.ok ? await hearSubscriber(own.db, placed.value, now) : placed;
  if (!heard.ok) return refusal(heard.error);
  const { caseId } = heard.value;
  return caseId === params.caseId
    ? { sent: form.value.formToken }
    : redirect(`/my/${tenant.slug}/cases/${caseId}`);
}

export default function Case({ loaderData, actionData }: Route.ComponentProps) {
  return <CasePage key={loaderData.conversation.id} {...loaderData} answer={actionData} />;
}
