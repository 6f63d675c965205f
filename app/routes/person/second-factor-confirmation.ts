import { redirect } from 'react-router';
import { confirmSecondFactor } from '#app/features/person/confirm-second-factor.ts';
import { CodeInput } from '#app/features/person/person.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { visitOf } from '#app/platform/visit.ts';
import type { Route } from './+types/second-factor-confirmation.ts';

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(CodeInput, request);
  if (!form.ok) return faulty(form.faults);
  const { userId } = context.get(personContext);
  const visit = visitOf(request, context);
  const confirmed = await confirmSecondFactor(context.get(servicesContext), userId, form.value.code, visit);
  if (!confirmed.ok) return refusal(confirmed.error);
  return redirect('/account', { headers: { 'Set-Cookie': confirmed.value.cookie } });
}
