import { redirect } from 'react-router';
import { z } from 'zod';
import { chooseLanguage } from '#app/features/person/choose-language.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import type { Route } from './+types/language.ts';

const LanguageInput = z.strictObject({ locale: z.enum(['ru', 'en']) });

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(LanguageInput, request);
  if (!form.ok) return faulty(form.faults);
  await chooseLanguage(context.get(servicesContext), context.get(personContext).userId, form.value.locale);
  return redirect('/account');
}
