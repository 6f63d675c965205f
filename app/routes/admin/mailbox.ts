import { readMailboxForm } from '#app/features/mail/mailbox-form.ts';
import { setMailbox } from '#app/features/mail/set-mailbox.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readFields } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/mailbox.ts';

export async function action({ request, params, context }: Route.ActionArgs) {
  const fields = await readFields(request);
  const form = readMailboxForm(fields);
  if (!form.ok) return faulty(form.faults);
  const place = { tenantId: params.tenantId, version: Number(fields.get('version')) };
  const set = await setMailbox(context.get(servicesContext), centreActor(context), place, form.value);
  return set.ok ? { isSaved: true } : refusal(set.error);
}
