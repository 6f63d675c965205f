import { importWork } from '#app/features/workload/import-work.ts';
import { carrierTitlesFor } from '#app/platform/carrier-titles.ts';
import { faulty, readFields } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/forecast-records.ts';

/** Takes in call records from a file. */
export async function action({ request, context }: Route.ActionArgs) {
  const file = (await readFields(request)).get('file');
  if (!(file instanceof File)) return faulty({ file: 'required' });
  const carriers = Object.keys(carrierTitlesFor(context));
  const imported = await importWork({ ...shiftDeskOf(context), carriers }, file.stream());
  if (imported.ok) return { report: imported.value };
  return imported.error.code === 'forbidden' ? refusal(imported.error) : { fault: imported.error };
}
