import { switchWebForm } from '#app/features/web-form/switch-web-form.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/form-closing.ts';

export async function action({ params, context }: Route.ActionArgs) {
  const switched = await switchWebForm(
    context.get(servicesContext),
    centreActor(context),
    params.tenantId,
    false,
  );
  return switched.ok ? { ok: true } : refusal(switched.error);
}
