import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { writeExport } from '#app/features/person-export/export-file.ts';
import { exportPersons } from '#app/features/person-export/export-persons.ts';
import { ExportInput } from '#app/features/person-export/person-export.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { fileWordsOf } from '#app/platform/file-words.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/person-export-taking.ts';

/** Writes down who takes a file with persons and why, and answers with it. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(ExportInput, request);
  if (!form.ok) return faulty(form.faults);
  const { list, format } = form.value;
  const { timeZone } = context.get(workplaceContext).tenant;
  const exported = await exportPersons({ ...requestDeskOf(context), timeZone }, form.value);
  if (!exported.ok) return refusal(exported.error);
  const bytes = await writeExport(exported.value, format, { ...fileWordsOf(context), timeZone });
  return downloadResponse({ name: `${list}.${format}`, type: 'application/octet-stream' }, bytes);
}
