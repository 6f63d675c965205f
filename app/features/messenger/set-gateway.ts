import { randomBytes } from 'node:crypto';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { seal, unseal } from '#app/platform/seal.ts';
import { commitAudited } from '#db/audit.ts';
import type { Statement } from '#db/commit.ts';
import { getMessengerLink, getRobotLink } from '#db/control/queries/channels.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { messengerLinks, robotLinks } from '#db/control/schema.ts';
import type { ControlDb } from '#db/open.ts';
import type { GatewayInput } from './messenger.ts';

/** What another's server does for a client company: carries its messages, or calls people. */
type GatewayKind = 'messenger' | 'robot';
type Link = typeof messengerLinks.$inferInsert;

const read = { messenger: getMessengerLink, robot: getRobotLink };
const write: Record<GatewayKind, (control: ControlDb, link: Link) => Statement> = {
  messenger: (control, link) =>
    control
      .insert(messengerLinks)
      .values(link)
      .onConflictDoUpdate({ target: messengerLinks.tenantId, set: link }),
  robot: (control, link) =>
    control.insert(robotLinks).values(link).onConflictDoUpdate({ target: robotLinks.tenantId, set: link }),
};
const context = (kind: GatewayKind, tenantId: string) => `${kind}:${tenantId}`;

/**
 * Connects a gateway of a client company: where it is asked, and a new secret by which both sides sign, shown once.
 * The one before is worth nothing from now.
 */
export async function setGateway(
  services: Pick<Services, 'databases' | 'secretKey' | 'now'>,
  actor: Actor,
  tenantId: string,
  kind: GatewayKind,
  { url }: GatewayInput,
): Promise<Result<{ secret: string }, { code: 'forbidden' } | { code: 'tenant-not-found' }>> {
  const { control } = services.databases;
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  if (!(await getTenant(control, tenantId))) return refuse({ code: 'tenant-not-found' });
  const secret = randomBytes(32).toString('base64url');
  const at = services.now();
  const secretSealed = seal(services.secretKey, context(kind, tenantId), secret);
  const entry = { at, actorId: actor.userId, tenantId, action: `${kind}.set`, subject: tenantId };
  await commitAudited(control, { ...entry, detail: { url } }, [
    write[kind](control, { tenantId, url, secretSealed, createdAt: at }),
  ]);
  return ok({ secret });
}

/** `null`: none is connected for this client company. */
export async function readGateway(
  { databases, secretKey }: Pick<Services, 'databases' | 'secretKey'>,
  tenantId: string,
  kind: GatewayKind,
): Promise<{ url: string; secret: string } | null> {
  const link = await read[kind](databases.control, tenantId);
  return link && { url: link.url, secret: unseal(secretKey, context(kind, tenantId), link.secretSealed) };
}
