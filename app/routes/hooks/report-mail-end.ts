import { answerLink, readLink } from '#app/features/report-mail/answer-link.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { openMailLink } from '#app/platform/mail-link.ts';
import type { Route } from './+types/report-mail-end.ts';

/** A mail program ends the reports to its reader's address by one press (RFC 8058). Its token is all it knows. */
export async function action({ params, context }: Route.ActionArgs) {
  const { reader } = await openMailLink(context, params.tenant);
  const read = await readLink(reader, params.mailToken);
  if (!read.ok || read.value.deed !== 'end') return refusal({ code: 'mail-link-over' });
  const ended = await answerLink(reader, params.mailToken);
  return ended.ok ? new Response(null, { status: 204 }) : refusal(ended.error);
}
