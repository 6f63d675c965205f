import { randomBytes } from 'node:crypto';
import { type Actor, can } from '#app/features/access/can.ts';
import type { MessengerInput } from '#app/features/messenger/messenger.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { seal, unseal } from '#app/platform/seal.ts';
import { commitAudited } from '#db/audit.ts';
import { getRobotLink } from '#db/control/queries/channels.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { robotLinks } from '#db/control/schema.ts';

const context = (tenantId: string) => `robot:${tenantId}`;

/**
 * Connects the robot that calls people for a client company: where calls are asked for, and a new secret by which we
 * sign, shown once. The one before is worth nothing from now.
 */
export async function setRobot(
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
  const entry = { at, actorId: actor.userId, tenantId, action: 'robot.set', subject: tenantId };
  const insert = control.insert(robotLinks).values({ tenantId, ...set });
  await commitAudited(control, { ...entry, detail: { url } }, [
    insert.onConflictDoUpdate({ target: robotLinks.tenantId, set }),
  ]);
  return ok({ secret });
}

/** `null`: no robot is connected for this client company. */
export async function readRobot(
  { databases, secretKey }: Pick<Services, 'databases' | 'secretKey'>,
  tenantId: string,
): Promise<{ url: string; secret: string } | null> {
  const link = await getRobotLink(databases.control, tenantId);
  return link && { url: link.url, secret: unseal(secretKey, context(tenantId), link.secretSealed) };
}
