import { can } from '#app/features/access/can.ts';
import type { CarrierDesk } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { CatalogueItem, Msisdn } from '#carriers/port.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getLineToAskBy } from '#db/tenant/queries/catalogue.ts';
import { catalogueStatements } from './catalogue-documents.ts';
import type { KnowledgeRefusal } from './knowledge.ts';
import type { KnowledgeDesk } from './store-article.ts';

/** Asks the carrier what it offers now, and keeps names and fees. */
export async function refreshCatalogue(
  { db, actor, now, carriers }: KnowledgeDesk & { carriers: Pick<CarrierDesk, 'open' | 'titles'> },
  carrierId: string,
): Promise<Result<{ items: number }, KnowledgeRefusal>> {
  if (!can(actor, 'knowledge:read')) return refuse({ code: 'forbidden', action: 'knowledge:read' });
  if (!Object.hasOwn(carriers.titles, carrierId)) return refuse({ code: 'carrier-not-found' });
  const line = await getLineToAskBy(db, { carrier: carrierId });
  return line
    ? keepCatalogue({ db, carriers, now }, carrierId, line)
    : refuse({ code: 'catalogue-unreachable' });
}

type Asking = { db: TenantDb; carriers: Pick<CarrierDesk, 'open'>; now: Date };
type Line = NonNullable<Awaited<ReturnType<typeof getLineToAskBy>>>;

/** The same by a line that is known, for whoever needs no permission. */
export async function keepCatalogue(
  { db, carriers, now }: Asking,
  carrierId: string,
  line: Line,
): Promise<Result<{ items: number }, KnowledgeRefusal>> {
  const { carrier } = await carriers.open(db.tenantId, line.carrierAccountId);
  const msisdn = line.msisdn as Msisdn;
  const options = await carrier.listOptions(msisdn);
  const tariffs = await carrier.listTariffs(msisdn);
  if (!options.ok || !tariffs.ok) return refuse({ code: 'catalogue-unreachable' });
  const rowOf = (type: 'option' | 'tariff') => (item: CatalogueItem) => ({
    ...item,
    carrier: carrierId,
    type,
    seenAt: now,
  });
  const rows = [...options.value.map(rowOf('option')), ...tariffs.value.map(rowOf('tariff'))];
  if (rows.length === 0) return refuse({ code: 'catalogue-unreachable' });
  const statements = await catalogueStatements(db, carrierId, rows);
  await commit(db, statements, [{ topic: 'catalogue', id: carrierId }]);
  return ok({ items: rows.length });
}
