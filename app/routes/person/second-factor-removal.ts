import { redirect } from 'react-router';
import { z } from 'zod';
import { removeSecondFactor } from '#app/features/person/remove-second-factor.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { visitOf } from '#app/platform/visit.ts';
import type { Route } from './+types/second-factor-removal.ts';

const RemovalInput = z.strictObject({ password: z.string().min(1, { error: 'required' }) });

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(RemovalInput, request);
  if (!form.ok) return faulty(form.faults);
  const { userId } = context.get(personContext);
  const visit = visitOf(request, context);
  const removed = await removeSecondFactor(context.get(servicesContext), userId, form.value.password, visit);
  if (!removed.ok) return refusal(removed.error);
  return redirect('/account', { headers: { 'Set-Cookie': removed.value.cookie } });
}
