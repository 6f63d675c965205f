import { eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { TenantRefusal } from '#app/features/tenant/tenant.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { listApiKeys } from '#db/control/queries/api-keys.ts';
import { apiKeys } from '#db/control/schema.ts';

export async function revokeApiKey(
  services: Services,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<Result<null, TenantRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  const key = (await listApiKeys(control, tenantId)).find((each) => each.id === id);
  if (!key) return refuse({ code: 'api-key-not-found' });
  if (key.revokedAt) return ok(null);
  const at = services.now();
  await commitAudited(
    control,
    {
      at,
      actorId: actor.userId,
      tenantId,
      action: 'api-key.revoked',
      subject: id,
      detail: { title: key.title },
    },
    [control.update(apiKeys).set({ revokedAt: at }).where(eq(apiKeys.id, id))],
  );
  return ok(null);
}
