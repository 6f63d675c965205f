import { v7 as uuid } from 'uuid';
import { addNote, NoteInput } from '#app/features/campaign-proof/add-note.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/campaign-notes.ts';

/** Writes down what was learnt from a campaign. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(NoteInput, request);
  if (!form.ok) return faulty(form.faults);
  const named = { id: uuid(), campaignId: params.campaignId };
  const written = await addNote(requestDeskOf(context), named, form.value);
  return written.ok ? { done: true } : refusal(written.error);
}
