import { CalendarInput } from '#app/features/sla/change-calendar.ts';
import { previewCalendar } from '#app/features/sla/preview-calendar.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calendar-preview.ts';

const PreviewForm = CalendarInput.pick({ effectiveFrom: true, hours: true });

/** How many open cases other hours would move. Writes nothing. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = PreviewForm.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const preview = await previewCalendar(requestDeskOf(context), params.calendarId, form.data);
  return preview.ok ? { preview: preview.value } : refusal(preview.error);
}
