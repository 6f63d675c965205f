import { redirect } from 'react-router';
import { NewCaseInput, placeWords } from '#app/features/cabinet/hear-cabinet.ts';
import { NewCasePage } from '#app/features/cabinet/new-case-page.tsx';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { listLinesOfSubscriber } from '#db/tenant/queries/lines.ts';
import type { Route } from './+types/case-new.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, open } = context.get(cabinetContext);
  const own = await listLinesOfSubscriber(db, open.subscriberId);
  return { lines: own.map(({ id, msisdn }) => ({ id, msisdn })), formToken: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { tenant, ...own } = context.get(cabinetContext);
  const form = await readForm(NewCaseInput, request);
  if (!form.ok) return faulty(form.faults);
  const now = context.get(servicesContext).now();
  const placed = await placeWords({ ...own, now }, form.value, form.value);
  const heard = placed.ok ? await hearSubscriber(own.db, placed.value, now) : placed;
  if (!heard.ok) return refusal(heard.error);
  const thanks = form.value.kind === 'complaint' ? 'complaint' : 'case';
  return redirect(`/my/${tenant.slug}/cases/${heard.value.caseId}?thanks=${thanks}`);
}

export default function NewCase({ loaderData, actionData }: Route.ComponentProps) {
  return <NewCasePage form={loaderData} answer={actionData} />;
}
