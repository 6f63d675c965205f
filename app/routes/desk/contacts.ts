import { ContactInput } from '#app/features/case/case-inputs.ts';
import { logContact } from '#app/features/case/log-contact.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/contacts.ts';

/** Logs a contact in one step: it joins a case or opens one. */
export function action(args: Route.ActionArgs) {
  return answerJson(args, ContactInput, logContact);
}
