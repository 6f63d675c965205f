import { markForCalibration } from '#app/features/calibration/hold-calibration.ts';
import { ReviewInput } from '#app/features/review/submit-review.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calibration-marks.ts';

const MarksInput = ReviewInput.pick({ answers: true });

/** The client company's marks of one piece of work. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = MarksInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const marked = await markForCalibration(requestDeskOf(context), params, form.data.answers);
  return marked.ok ? { done: true } : refusal(marked.error);
}
