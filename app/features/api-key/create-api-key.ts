import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import type { TenantRefusal } from '#app/features/tenant/tenant.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { apiKeys } from '#db/control/schema.ts';
import { hashApiKey } from './hash-api-key.ts';

/** The key is shown once: only its SHA-256 is kept. */
export async function createApiKey(
  services: Services,
  actor: Actor,
  { tenantId, title }: { tenantId: string; title: string },
): Promise<Result<{ key: string }, TenantRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  if (!(await getTenant(control, tenantId))) return refuse({ code: 'tenant-not-found' });
  const key = `pult_${randomBytes(32).toString('base64url')}`;
  const id = uuid();
  const at = services.now();
  const createdBy = actor.userId;
  await commitAudited(
    control,
    { at, actorId: actor.userId, tenantId, action: 'api-key.created', subject: id, detail: { title } },
    [
      control
        .insert(apiKeys)
        .values({ id, tenantId, title, keyHash: hashApiKey(key), createdBy, createdAt: at }),
    ],
  );
  return ok({ key });
}
