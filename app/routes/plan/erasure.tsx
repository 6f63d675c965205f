import { data } from 'react-router';
import { ErasureInput, eraseSubscriber } from '#app/features/erasure/erase-subscriber.ts';
import { ErasurePage } from '#app/features/erasure/erasure-page.tsx';
import { readErasure } from '#app/features/erasure/read-erasure.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/erasure.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'person:erase');
  const view = await readErasure(requestDeskOf(context), params.subscriberId);
  if (!view) throw data(null, { status: 404 });
  return view;
}

/** Destroys the data of a person. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  const form = await readForm(ErasureInput, request);
  if (!form.ok) return faulty(form.faults);
  const desk = { ...requestDeskOf(context), timeZone };
  const erased = await eraseSubscriber(desk, params.subscriberId, form.value);
  return erased.ok ? { done: erased.value } : refusal(erased.error);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.erasure.title);

export default function Erasure({ loaderData, actionData }: Route.ComponentProps) {
  return <ErasurePage view={loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
