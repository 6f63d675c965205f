import { and, eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { seal } from '#app/platform/seal.ts';
import { commitAudited } from '#db/audit.ts';
import { getMailbox } from '#db/control/queries/channels.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { mailboxes } from '#db/control/schema.ts';
import type { MailboxInput, MailboxRefusal } from './mail.ts';
import { mailboxSeal, withCredentials } from './open-mailbox.ts';

/** `version`: of the mailbox the form was filled from; 0 for a client company that has none yet. */
export async function setMailbox(
  services: Pick<Services, 'databases' | 'secretKey' | 'now'>,
  actor: Actor,
  { tenantId, version }: { tenantId: string; version: number },
  { login, password, ...input }: MailboxInput,
): Promise<Result<null, MailboxRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  if (!(await getTenant(control, tenantId))) return refuse({ code: 'tenant-not-found' });
  const row = await getMailbox(control, tenantId);
  if ((row?.version ?? 0) !== version) return refuse({ code: 'conflict' });
  const kept = row && withCredentials(row, services.secretKey).password;
  const secret = JSON.stringify({ login, password: password || (kept ?? '') });
  const credentialsSealed = seal(services.secretKey, mailboxSeal(tenantId), secret);
  const at = services.now();
  const values = { ...input, credentialsSealed, version: version + 1 };
  const write = row
    ? control
        .update(mailboxes)
        .set(values)
        .where(and(eq(mailboxes.tenantId, tenantId), eq(mailboxes.version, version)))
    : control.insert(mailboxes).values({ tenantId, ...values, createdAt: at });
  const detail = { address: input.address, isNewPassword: password !== '' };
  const entry = { at, actorId: actor.userId, tenantId, subject: tenantId, detail };
  const written = await commitAudited(control, { ...entry, action: 'mailbox.set' }, [write]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
