import { searchTermsOf } from '#app/features/subscriber/search-terms.ts';
import type { SimulatedLine } from '#carriers/simulation.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CatalogueRow, storeCatalogue } from '#db/tenant/queries/catalogue.ts';
import { counters } from '#db/tenant/schema/desk.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { lineOptions, lines, searchTerms, subscribers } from '#db/tenant/schema/subscriber.ts';
import { generateBase, type SeededLine, type SeededSubscriber, simulatedLinesOf } from './generate-base.ts';
import { generateHistory, type SeededRequest } from './generate-history.ts';
import { accountIdOf, type Catalogues, loadCatalogues, type SeededCarrier, type TenantPlan } from './plan.ts';
import { storeSla } from './seed-sla.ts';

/** Rows written of all; the numbers are subscribers and requests together. */
export type SeedProgress = (done: number, all: number) => void;

const subscribersPerBatch = 500;
const requestsPerBatch = 500;

/** Fills an empty tenant. `authors`: user ids of those who made the requests of old. */
export async function seedTenant(
  db: TenantDb,
  plan: TenantPlan,
  authors: readonly string[],
  onProgress: SeedProgress = () => {},
): Promise<void> {
  const catalogues = await loadCatalogues();
  const base = generateBase(plan, catalogues);
  const all = base.length + (base.length > 0 ? plan.requests : 0);
  let done = 0;
  const write = async (statements: Statement[], count: number) => {
    const written = await commit(db, statements);
    if (!written.ok) throw new Error(`The tenant ${plan.slug} is not empty: ${written.conflict} is taken.`);
    done += count;
    onProgress(done, all);
  };
  await write(storeSla(db, plan, authors[0] ?? 'worker'), 0);
  if (all > 0) await write([storeCatalogue(db, catalogueRows(catalogues, plan.clock))], 0);
  for (const piece of pieces(base, subscribersPerBatch)) {
    await write(storeSubscribers(db, plan, piece, catalogues), piece.length);
  }
  for (const piece of pieces(generateHistory(plan, base, catalogues, authors), requestsPerBatch)) {
    await write(storeRequests(db, piece), piece.length);
  }
  if (all > 0) await write([db.insert(counters).values({ name: 'request', value: plan.requests })], 0);
}

/** What the same plan's carriers have on their side. */
export async function simulatedLines(plan: TenantPlan): Promise<Record<SeededCarrier, SimulatedLine[]>> {
  return simulatedLinesOf(generateBase(plan, await loadCatalogues()));
}

function catalogueRows(catalogues: Catalogues, seenAt: Date): CatalogueRow[] {
  return Object.entries(catalogues).flatMap(([carrier, { options, tariffs }]) => [
    ...options.map(({ code, name }) => ({ carrier, type: 'option' as const, code, name, seenAt })),
    ...tariffs.map(({ code, name }) => ({ carrier, type: 'tariff' as const, code, name, seenAt })),
  ]);
}

function* pieces<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let piece: T[] = [];
  for (const item of items) {
    piece.push(item);
    if (piece.length < size) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

function storeSubscribers(
  db: TenantDb,
  plan: TenantPlan,
  owners: SeededSubscriber[],
  catalogues: Catalogues,
): Statement[] {
  const lineRows = owners.flatMap((owner) => owner.lines.map((line) => lineRow(plan, owner.id, line)));
  const terms = owners.flatMap((owner) =>
    searchTermsOf({ ...owner, msisdns: owner.lines.map(({ simulated }) => simulated.msisdn) }).map(
      (term) => ({
        term,
        subscriberId: owner.id,
      }),
    ),
  );
  const options = owners.flatMap((owner) => owner.lines.flatMap((line) => optionRows(line, catalogues)));
  return [
    db.insert(subscribers).values(owners.map(({ lines: _, ...row }) => row)),
    db.insert(lines).values(lineRows),
    ...(options.length > 0 ? [db.insert(lineOptions).values(options)] : []),
    db.insert(searchTerms).values(terms),
  ];
}

function lineRow(
  plan: TenantPlan,
  subscriberId: string,
  { id, carrier, tariff, simulated, createdAt }: SeededLine,
) {
  return {
    id,
    subscriberId,
    msisdn: simulated.msisdn,
    carrier,
    carrierAccountId: accountIdOf(plan, carrier),
    carrierLineId: null,
    accountNumber: simulated.accountNumber,
    tariffCode: tariff.code,
    tariffName: tariff.name,
    blockedBy: simulated.blocked,
    balanceKopecks: simulated.balanceKopecks,
    iccid: simulated.iccid,
    seenAt: plan.clock,
    createdAt,
  };
}

function optionRows({ id, carrier, simulated, createdAt }: SeededLine, catalogues: Catalogues) {
  return simulated.optionCodes.map((code) => {
    const name = catalogues[carrier].options.find((option) => option.code === code)?.name ?? code;
    return { lineId: id, code, name, since: createdAt };
  });
}

function storeRequests(db: TenantDb, piece: SeededRequest[]): Statement[] {
  const events = piece.flatMap(({ row, events: made }) =>
    made.map(({ byPerson, ...event }) => ({
      requestId: row.id,
      ...event,
      actor: byPerson ? row.createdBy : 'worker',
      note: null,
    })),
  );
  return [db.insert(requests).values(piece.map(({ row }) => row)), db.insert(requestEvents).values(events)];
}
