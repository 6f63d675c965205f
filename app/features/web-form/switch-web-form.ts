import { eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { webForms } from '#db/control/schema.ts';

type SwitchRefusal = { code: 'forbidden' } | { code: 'tenant-not-found' };

/** Opens or closes the public form of a client company. */
export async function switchWebForm(
  { databases: { control }, now }: Pick<Services, 'databases' | 'now'>,
  actor: Actor,
  tenantId: string,
  isOpen: boolean,
): Promise<Result<null, SwitchRefusal>> {
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  if (!(await getTenant(control, tenantId))) return refuse({ code: 'tenant-not-found' });
  const at = now();
  const entry = { at, actorId: actor.userId, tenantId, subject: tenantId, detail: null };
  const action = isOpen ? 'web-form.opened' : 'web-form.closed';
  const change = isOpen
    ? control.insert(webForms).values({ tenantId, openedAt: at }).onConflictDoNothing()
    : control.delete(webForms).where(eq(webForms.tenantId, tenantId));
  await commitAudited(control, { ...entry, action }, [change]);
  return ok(null);
}
