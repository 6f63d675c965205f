import type { CarrierDesk, Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import {
  askCatalogue,
  type CarrierAccountRow,
  listCarrierAccounts,
} from '#db/control/queries/carrier-accounts.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getLineToAskBy } from '#db/tenant/queries/catalogue.ts';
import { keepCatalogue } from './refresh-catalogue.ts';

type Asking = Pick<Services, 'databases' | 'now'> & { carriers: Pick<CarrierDesk, 'open'> };

const hourMs = 3_600_000;
/** Carriers change their offers by day; two questions an account every twelve hours are no burden to it. */
const freshMs = 12 * hourMs;
const againMs = hourMs;

/**
 * Asks each carrier account, one after the other and within its own limits, for its catalogue when nobody has
 * for half a day; one that does not answer again in an hour. Returns how many answered.
 */
export async function refreshStaleCatalogues({ databases, carriers, now }: Asking): Promise<number> {
  let answered = 0;
  for (const { id } of await listTenants(databases.control)) {
    const db = await databases.openTenant(id);
    for (const account of await listCarrierAccounts(databases.control, id)) {
      const asking = { db, carriers, now: now() };
      if (await refreshIfStale(databases.control, asking, account)) answered += 1;
    }
  }
  return answered;
}

/** Whether the account was asked and answered. */
async function refreshIfStale(
  control: ControlDb,
  asking: { db: TenantDb; carriers: Pick<CarrierDesk, 'open'>; now: Date },
  account: CarrierAccountRow,
): Promise<boolean> {
  const { db, now } = asking;
  const staleAt = new Date(now.getTime() - freshMs);
  if (account.catalogueAskedAt && account.catalogueAskedAt > staleAt) return false;
  const claimed = await commit(control, [askCatalogue(control, account, now)]);
  if (!claimed.ok || claimed.results[0]?.rowsAffected !== 1) return false;
  const line = await getLineToAskBy(db, { accountId: account.id });
  if (!line) return false;
  const kept = await keepCatalogue(asking, account.carrier, line);
  const again = new Date(staleAt.getTime() + againMs);
  if (!kept.ok) await commit(control, [askCatalogue(control, { ...account, catalogueAskedAt: now }, again)]);
  return kept.ok;
}
