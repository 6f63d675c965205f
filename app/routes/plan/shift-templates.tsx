import { v7 as uuid } from 'uuid';
import { readTemplates } from '#app/features/shift/read-plan-settings.ts';
import { addTemplate, TemplateInput } from '#app/features/shift/save-template.ts';
import { TemplatesPage } from '#app/features/shift/templates-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-templates.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  return readTemplates(shiftDeskOf(context));
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(TemplateInput, request);
  if (!form.ok) return faulty(form.faults);
  const added = await addTemplate(shiftDeskOf(context), { ...form.value, id: uuid() });
  return added.ok ? { done: added.value } : refusal(added.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.shift.templates.title);

export default function ShiftTemplates({ loaderData, actionData }: Route.ComponentProps) {
  return <TemplatesPage {...loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
