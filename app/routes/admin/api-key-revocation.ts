import { redirect } from 'react-router';
import { revokeApiKey } from '#app/features/api-key/revoke-api-key.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/api-key-revocation.ts';

export async function action({ params, context }: Route.ActionArgs) {
  const { tenantId, keyId: id } = params;
  const revoked = await revokeApiKey(context.get(servicesContext), centreActor(context), { tenantId, id });
  return revoked.ok ? redirect(`/admin/tenants/${tenantId}`) : refusal(revoked.error);
}
