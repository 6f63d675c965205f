import { redirect } from 'react-router';
import { z } from 'zod';
import { replaceTask } from '#app/features/review/replace-task.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/review-replacement.ts';

const ReplacementForm = z.object({ reason: z.string().trim().min(3, 'short').max(300, 'long') });

/** Exchanges what cannot be reviewed for the next of the reserve. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(ReplacementForm, request);
  if (!form.ok) return faulty(form.faults);
  const replaced = await replaceTask(requestDeskOf(context), { taskId: params.taskId, ...form.value });
  if (!replaced.ok) return refusal(replaced.error);
  return redirect(`/t/${params.tenant}/lead/reviews/${replaced.value.taskId}`);
}
