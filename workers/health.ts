import { asc, isNull } from 'drizzle-orm';
import type { Health } from '#app/platform/health.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { tenants } from '#db/control/schema.ts';
import type { Databases } from '#db/open.ts';
import { countAdmitted, countWaiting, summariseOutbox } from '#db/tenant/queries/outbox.ts';
import { oldestUnconfirmed } from '#db/tenant/queries/requests.ts';
import type { OpenedCarriers } from './carrier-desk.ts';
import { queues } from './index.ts';
import type { QueueStore } from './queue-store.ts';

type Sources = { databases: Databases; carriers: OpenedCarriers; store: QueueStore; now(): Date };

/** Counts the state of queues, accounts and tenants as they are now. */
export async function readHealth({ databases, carriers, store, now }: Sources): Promise<Health> {
  const open = await databases.control
    .select()
    .from(tenants)
    .where(isNull(tenants.closedAt))
    .orderBy(asc(tenants.name));
  const breakers = new Map(carriers.opened().map(({ accountId, breaker }) => [accountId, breaker]));
  const names = new Map(open.map((tenant) => [tenant.id, tenant.name]));
  const accounts = await listCarrierAccounts(databases.control);
  return {
    queues: await Promise.all(queues.map(async ({ name }) => ({ name, ...(await store.counts(name)) }))),
    accounts: await Promise.all(
      accounts.map(async ({ id, tenantId, carrier, title }) => {
        const db = await databases.openTenant(tenantId);
        return {
          id,
          tenant: names.get(tenantId) ?? tenantId,
          carrier,
          title,
          breaker: breakers.get(id) ?? ('closed' as const),
          inFlight: await countAdmitted(db, id),
          waiting: await countWaiting(db, id),
        };
      }),
    ),
    tenants: await Promise.all(
      open.map(async ({ id, name }) => {
        const db = await databases.openTenant(id);
        const { due, oldestDueAt, parked } = await summariseOutbox(db, now());
        return { id, name, outboxDue: due, oldestDueAt, parked, ...(await oldestUnconfirmed(db)) };
      }),
    ),
  };
}
