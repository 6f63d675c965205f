import { type Actor, can } from '#app/features/access/can.ts';
import type { CarrierDesk } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Carrier, CatalogueItem, Failure, Msisdn, Read } from '#carriers/port.ts';
import type { TenantDb } from '#db/open.ts';
import { getLineCard, type LineCard } from '#db/tenant/queries/lines.ts';
import { keepItemNames } from './keep-item-names.ts';
import { isCarrierKind, type RequestKind } from './request.ts';
import type { RequestRefusal } from './request-refusal.ts';

/** What there is to choose from for one kind of request on one line. */
export type Choices = {
  /** The carrier does not take this kind through its interface. */
  byPerson: boolean;
  items: CatalogueItem[];
  /** The carrier did not name its catalogue. */
  failure: Failure | null;
};

/** The carrier's live catalogue for the line, without what it has already. Its names are kept for the requests. */
export async function listChoices(
  { db, carriers, actor, now }: { db: TenantDb; carriers: CarrierDesk; actor: Actor; now: Date },
  input: { lineId: string; kind: RequestKind },
): Promise<Result<Choices, RequestRefusal>> {
  if (!can(actor, 'request:create')) return refuse({ code: 'forbidden', action: 'request:create' });
  const card = await getLineCard(db, input.lineId);
  if (!card) return refuse({ code: 'line-not-found' });
  if (!isCarrierKind(input.kind)) return ok({ byPerson: true, items: [], failure: null });
  const { carrier, capabilities } = await carriers.open(db.tenantId, card.line.carrierAccountId);
  const byPerson = capabilities[input.kind].by === 'person';
  const read = await readItems(carrier, card, input.kind);
  if (!read.ok) return ok({ byPerson, items: [], failure: read.failure });
  await keepItemNames(db, card.line.carrier, input.kind, read.value, now);
  return ok({ byPerson, items: read.value, failure: null });
}

async function readItems(
  carrier: Carrier,
  { line, options }: LineCard,
  kind: RequestKind,
): Promise<Read<CatalogueItem[]>> {
  const msisdn = line.msisdn as Msisdn;
  const connected = new Set(options.map(({ code }) => code));
  switch (kind) {
    case 'option.connect':
      return without(await carrier.listOptions(msisdn), (item) => connected.has(item.code));
    case 'tariff.change':
      return without(await carrier.listTariffs(msisdn), (item) => item.code === line.tariffCode);
    case 'option.disconnect':
      return {
        ok: true,
        value: options.map(({ code, name }) => ({ code, name, feeOnceKopecks: null, feeMonthKopecks: null })),
      };
    default:
      return { ok: true, value: [] };
  }
}

function without(
  read: Read<CatalogueItem[]>,
  isLeftOut: (item: CatalogueItem) => boolean,
): Read<CatalogueItem[]> {
  return read.ok ? { ok: true, value: read.value.filter((item) => !isLeftOut(item)) } : read;
}
