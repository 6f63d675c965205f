import { fileStore } from '#app/features/attachment/file-store.ts';
import { fetchMail, inbox } from '#app/features/mail/fetch-mail.ts';
import { keepArrival } from '#app/features/mail/keep-arrival.ts';
import { openMailbox } from '#app/features/mail/open-mailbox.ts';
import { listMailboxTenants } from '#db/control/queries/channels.ts';
import { getMailCursor } from '#db/tenant/queries/mail.ts';
import type { WorkServices } from './queue-definition.ts';

/** Client companies whose mailbox is being read now: a slow server is not asked twice at once. */
const busy = new Set<string>();

/** Looks into every mailbox. One that does not answer holds up no other; its fault is thrown at the end. */
export async function fetchAllMail(services: WorkServices): Promise<void> {
  const tenantIds = await listMailboxTenants(services.databases.control);
  const free = tenantIds.filter((id) => !busy.has(id));
  const looks = await Promise.allSettled(
    free.map(async (tenantId) => {
      busy.add(tenantId);
      await fetchTenantMail(services, tenantId).finally(() => busy.delete(tenantId));
    }),
  );
  const faults = looks.flatMap((look, index) =>
    look.status === 'rejected' ? [new Error(`mailbox of ${free[index]}`, { cause: look.reason })] : [],
  );
  if (faults.length > 0) throw new AggregateError(faults, 'Some mailboxes could not be read.');
}

export async function fetchTenantMail(services: WorkServices, tenantId: string): Promise<void> {
  const mailbox = await openMailbox(services, tenantId);
  if (!mailbox) return;
  const db = await services.databases.openTenant(tenantId);
  const store = fileStore(services.env.PULT_DATA_DIR, tenantId);
  const cursor = await getMailCursor(db, inbox);
  await fetchMail(mailbox, cursor, (mail) => keepArrival(db, store, mail, services.now()));
}
