import { saveView, ViewInput } from '#app/features/saved-view/save-view.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/views.ts';

/** Saves a view, of one's own or for everybody. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(ViewInput, request);
  if (!form.ok) return faulty(form.faults);
  const { db, actor } = context.get(workplaceContext);
  const now = context.get(servicesContext).now();
  const saved = await saveView({ db, actor, now }, form.value);
  return saved.ok ? { ok: true } : refusal(saved.error);
}
