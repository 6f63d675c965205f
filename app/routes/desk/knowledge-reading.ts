import { z } from 'zod';
import { confirmReading } from '#app/features/knowledge/confirm-reading.ts';
import { VersionField } from '#app/features/knowledge/knowledge-forms.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/knowledge-reading.ts';

const ReadingForm = z.object({ version: VersionField });

/** A person confirms that he read this version. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(ReadingForm, request);
  if (!form.ok) return faulty(form.faults);
  const read = await confirmReading(knowledgeDeskOf(context), params.articleId, form.value.version);
  return read.ok ? { ok: true } : refusal(read.error);
}
