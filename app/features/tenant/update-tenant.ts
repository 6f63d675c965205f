import { eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { tenants } from '#db/control/schema.ts';
import type { TenantInput, TenantRefusal } from './tenant.ts';

export async function updateTenant(
  services: Services,
  actor: Actor,
  id: string,
  input: TenantInput,
): Promise<Result<null, TenantRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  if (!(await getTenant(control, id))) return refuse({ code: 'tenant-not-found' });
  const updated = await commitAudited(
    control,
    {
      at: services.now(),
      actorId: actor.userId,
      tenantId: id,
      action: 'tenant.changed',
      subject: id,
      detail: input,
    },
    [control.update(tenants).set(input).where(eq(tenants.id, id))],
  );
  return updated.ok ? ok(null) : refuse({ code: 'slug-taken' });
}
