import { addNote } from '#app/features/case/add-note.ts';
import { NoteInput } from '#app/features/case/case-inputs.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-note.ts';

/** Writes a note that only colleagues see. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, NoteInput, (desk, input) => addNote(desk, { caseId, ...input }));
}
