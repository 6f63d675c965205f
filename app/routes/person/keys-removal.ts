import { forgetKeys } from '#app/features/person/choose-key.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/keys-removal.ts';

/** All keys as they come. */
export async function action({ context }: Route.ActionArgs) {
  await forgetKeys(context.get(servicesContext), context.get(personContext).userId);
  return { ok: true };
}
