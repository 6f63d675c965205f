import { type CarrierLine, type CatalogueItem, type Msisdn, ownFailure, type Read } from '../port.ts';
import type { MtsClient, Refusal } from './client.ts';
import type { MtsSettings } from './settings.ts';
import { Balances, BillPlan, Hierarchy, instantOf, kopecksOf, type ProductRow, ProductRows } from './wire.ts';

type Found<T> = { ok: true; value: T } | Refusal;
type Products = { tariff: ProductRow | null; options: ProductRow[] };

/** Eleven digits without the plus. */
export const wireNumber = (msisdn: Msisdn): string => msisdn.slice(1);

export async function readLine(
  client: MtsClient,
  settings: MtsSettings,
  msisdn: Msisdn,
): Promise<Read<CarrierLine>> {
  const card = await readCard(client, msisdn);
  if (!card.ok) return card;
  const products = await readProducts(client, msisdn);
  if (!products.ok) return products;
  const tariff = await readTariff(client, msisdn, products.value);
  if (!tariff.ok) return tariff;
  const blocks = await readBlocks(client, msisdn);
  if (!blocks.ok) return blocks;
  const balance = await readBalance(client, msisdn);
  if (!balance.ok) return balance;
  return {
    ok: true,
    value: {
      msisdn,
      carrierLineId: null,
      accountNumber: card.value.accountNumber,
      tariff: tariff.value,
      options: products.value.options.map(connectedOption),
      blocked: strongestBlock(settings, blocks.value),
      balanceKopecks: balance.value,
      iccid: card.value.iccid,
    },
  };
}

/** The number's account and SIM card. */
export async function readCard(client: MtsClient, msisdn: Msisdn) {
  const operation = 'Service/HierarchyStructure';
  const query = { msisdn: wireNumber(msisdn), pageNum: '1', pageSize: '10' };
  const found = await client.read(Hierarchy, { operation, query });
  if (!found.ok) return found;
  const card = found.value.find((entry) => entry.msisdn === wireNumber(msisdn));
  if (card) return { ok: true as const, value: card };
  return notFound('The organisation has no such number');
}

/** What is connected. The type filter may be ignored by MTS, so the rows are sorted out here. */
export async function readProducts(client: MtsClient, msisdn: Msisdn): Promise<Found<Products>> {
  const rows = await client.read(ProductRows, productsCall(msisdn, 'none', 'service'));
  if (!rows.ok) return rows;
  const tariff = rows.value.find(({ type }) => type === 'tariffPlan') ?? null;
  return { ok: true, value: { tariff, options: rows.value.filter(isOption) } };
}

export async function readBlocks(client: MtsClient, msisdn: Msisdn): Promise<Found<ProductRow[]>> {
  const rows = await client.read(ProductRows, productsCall(msisdn, 'none', 'block'));
  return rows.ok ? { ok: true, value: rows.value.filter(isBlock) } : rows;
}

/** `BillPlanInfo` is empty for most numbers, while the list of services shows the tariff. */
export async function readTariff(
  client: MtsClient,
  msisdn: Msisdn,
  products: Products,
): Promise<Found<CarrierLine['tariff']>> {
  if (products.tariff) return { ok: true, value: { code: products.tariff.code, name: products.tariff.name } };
  return client.read(BillPlan, {
    operation: 'Product/BillPlanInfo',
    query: {
      'productCharacteristic.name': 'MSISDN',
      'productCharacteristic.value': wireNumber(msisdn),
      'productLine.name': 'MobileConnectivity',
      // Without `fields` MTS answers a bare 500.
      fields: 'BillPlan',
    },
  });
}

/** A number without an account has no balance. */
export async function readBalance(client: MtsClient, msisdn: Msisdn): Promise<Found<number | null>> {
  const query = {
    'characteristic.name': 'MSISDN',
    'characteristic.value': wireNumber(msisdn),
    fields: 'MOAF',
  };
  const read = await client.read(Balances, { operation: 'Bills/CheckBalanceByMSISDN', query });
  if (read.ok) return { ok: true, value: kopecksOf(read.value) };
  return read.failure.class === 'not_found' ? { ok: true, value: null } : read;
}

export async function readOptions(client: MtsClient, msisdn: Msisdn): Promise<Read<CatalogueItem[]>> {
  const rows = await client.read(ProductRows, productsCall(msisdn, 'create', 'service'));
  return rows.ok ? { ok: true, value: rows.value.filter(isOption).map(itemOf) } : rows;
}

export async function readTariffs(client: MtsClient, msisdn: Msisdn): Promise<Read<CatalogueItem[]>> {
  const rows = await client.read(ProductRows, {
    operation: 'Product/ProductInfo',
    // MTS's own spelling.
    query: { 'category.name': 'AvailibleTariffPlann', ...ofNumber(msisdn) },
  });
  return rows.ok ? { ok: true, value: rows.value.map(itemOf) } : rows;
}

/** The operator's block wins: it is the one that the client cannot lift. */
export function strongestBlock(settings: MtsSettings, rows: ProductRow[]): CarrierLine['blocked'] {
  const own = Object.values(settings.blockCodes);
  const block = rows.find(({ code }) => !own.includes(code)) ?? rows[0];
  if (!block) return null;
  const { wish, theft } = settings.blockCodes;
  const by = block.code === wish ? 'wish' : block.code === theft ? 'theft' : 'operator';
  return { by, since: instantOf(block.since) };
}

function productsCall(msisdn: Msisdn, actionAllowed: 'none' | 'create', type: 'service' | 'block') {
  const query = {
    'category.name': 'MobileConnectivity',
    ...ofNumber(msisdn),
    'productOffering.actionAllowed': actionAllowed,
    'productOffering.productSpecification.productSpecificationType.name': type,
    fields: 'CalculatePrices',
    applyTimeZone: 'true',
  };
  return { operation: 'Product/ProductInfo', query };
}

const ofNumber = (msisdn: Msisdn) => ({
  'marketSegment.characteristic.name': 'MSISDN',
  'marketSegment.characteristic.value': wireNumber(msisdn),
});
const connectedOption = ({ code, name, since }: ProductRow) => ({ code, name, since: instantOf(since) });
const isBlock = ({ code }: ProductRow) => code.startsWith('BL');
const isOption = (row: ProductRow) => !isBlock(row) && row.type !== 'tariffPlan';

function itemOf({ code, name, prices }: ProductRow): CatalogueItem {
  const once = prices.find((entry) => entry.name === 'OneTimePrice');
  const monthly = prices.find((entry) => entry !== once);
  return { code, name, feeOnceKopecks: feeOf(once), feeMonthKopecks: feeOf(monthly) };
}

function feeOf(entry: ProductRow['prices'][number] | undefined): number | null {
  const amount = kopecksOf(entry?.price?.taxIncludedAmount ?? entry?.price?.dutyFreeAmount);
  return amount === null || amount < 0 ? null : amount;
}

function notFound(text: string): Refusal {
  return { ok: false, failure: ownFailure('not_found', 'no_number', text) };
}
