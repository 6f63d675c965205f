import { z } from 'zod';
import { chooseLanguage } from '#app/features/cabinet/cabinet-session.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import type { Route } from './+types/language.ts';

const LanguageInput = z.object({ locale: z.enum(['ru', 'en'], 'required') });

export async function action({ request, context }: Route.ActionArgs) {
  const { db, open } = context.get(cabinetContext);
  const form = await readForm(LanguageInput, request);
  if (!form.ok) return faulty(form.faults);
  await chooseLanguage(db, open.id, form.value.locale);
  return { done: true };
}
