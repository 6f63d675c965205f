import { randomBytes } from 'node:crypto';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { seal, unseal } from '#app/platform/seal.ts';
import { commitAudited } from '#db/audit.ts';
import { getMessengerLink } from '#db/control/queries/channels.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { messengerLinks } from '#db/control/schema.ts';
import type { MessengerInput } from './messenger.ts';

const context = (tenantId: string) => `messenger:${tenantId}`;

/**
 * Connects the messengers of a client company: where replies are sent, and a new secret by which both sides
 * sign, shown once. The one before is worth nothing from now.
 */
export async function setMessenger(
  services: Pick<Services, 'databases' | 'secretKey' | 'now'>,
  actor: Actor,
  tenantId: string,
  { url }: MessengerInput,
): Promise<Result<{ secret: string }, { code: 'forbidden' } | { code: 'tenant-not-found' }>> {
  const { control } = services.databases;
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  if (!(await getTenant(control, tenantId))) return refuse({ code: 'tenant-not-found' });
  const secret = randomBytes(32).toString('base64url');
  const at = services.now();
  const set = { url, secretSealed: seal(services.secretKey, context(tenantId), secret), createdAt: at };
  const entry = { at, actorId: actor.userId, tenantId, action: 'messenger.set', subject: tenantId };
  await commitAudited(control, { ...entry, detail: { url } }, [
    control
      .insert(messengerLinks)
      .values({ tenantId, ...set })
      .onConflictDoUpdate({ target: messengerLinks.tenantId, set }),
  ]);
  return ok({ secret });
}

/** `null`: no messenger is connected for this client company. */
export async function readMessenger(
  { databases, secretKey }: Pick<Services, 'databases' | 'secretKey'>,
  tenantId: string,
): Promise<{ url: string; secret: string } | null> {
  const link = await getMessengerLink(databases.control, tenantId);
  return link && { url: link.url, secret: unseal(secretKey, context(tenantId), link.secretSealed) };
}
