import { randomBytes } from 'node:crypto';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { seal, unseal } from '#app/platform/seal.ts';
import { commitAudited } from '#db/audit.ts';
import { getPbxLink } from '#db/control/queries/channels.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { pbxLinks } from '#db/control/schema.ts';
import type { CallRefusal } from './call.ts';

const context = (tenantId: string) => `pbx:${tenantId}`;

/** A new secret for the exchange of a client company, shown once. The one before is worth nothing from now. */
export async function setPbxSecret(
  services: Pick<Services, 'databases' | 'secretKey' | 'now'>,
  actor: Actor,
  tenantId: string,
): Promise<Result<{ secret: string }, CallRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  if (!(await getTenant(control, tenantId))) return refuse({ code: 'tenant-not-found' });
  const secret = randomBytes(32).toString('base64url');
  const createdAt = services.now();
  const set = { secretSealed: seal(services.secretKey, context(tenantId), secret), createdAt };
  await commitAudited(
    control,
    {
      at: createdAt,
      actorId: actor.userId,
      tenantId,
      action: 'pbx-secret.set',
      subject: tenantId,
      detail: null,
    },
    [
      control
        .insert(pbxLinks)
        .values({ tenantId, ...set })
        .onConflictDoUpdate({ target: pbxLinks.tenantId, set }),
    ],
  );
  return ok({ secret });
}

/** `null`: no exchange may tell us of this client company's calls. */
export async function readPbxSecret(
  { databases, secretKey }: Pick<Services, 'databases' | 'secretKey'>,
  tenantId: string,
): Promise<string | null> {
  const link = await getPbxLink(databases.control, tenantId);
  return link && unseal(secretKey, context(tenantId), link.secretSealed);
}
