import type { Change, Msisdn } from '../port.ts';
import type { Call } from './client.ts';
import { wireNumber } from './reads.ts';
import type { MtsSettings } from './settings.ts';

/** Which status endpoint knows the change. The fourth, GetOperationResult, serves personal data only. */
type StatusHint = 'product' | 'document' | 'operation';
/** A change of services, blocks or the tariff, as the request list names it. */
type ProductChange = { productCode: string; action: 'create' | 'delete'; isTariff: boolean };
type BlockCode = string | null;

/** The call that carries a change out. `blockCode`: the block to lift, for `line.unblock`. */
export function changeCall(
  settings: MtsSettings,
  msisdn: Msisdn,
  change: Change,
  blockCode: BlockCode,
): { call: Call; hint: StatusHint } {
  if (change.kind === 'sim.replace') {
    const body = { Msisdn: wireNumber(msisdn), newSimImsi: change.imsi };
    return { call: post('Resources/ChangeSIMCard', body, 'text/plain'), hint: 'operation' };
  }
  if (change.kind === 'invoice.order' || change.kind === 'details.order') {
    return { call: paperCall(msisdn, change), hint: 'document' };
  }
  const product = productChange(settings, change, blockCode);
  return { call: productCall(msisdn, product, false), hint: 'product' };
}

/** The asynchronous dry run of a change; `null` where MTS has none. */
export function dryRunCall(
  settings: MtsSettings,
  msisdn: Msisdn,
  change: Change,
  blockCode: BlockCode,
): Call | null {
  const product = isProductKind(change) ? productChange(settings, change, blockCode) : null;
  return product && productCall(msisdn, product, true);
}

export const isProductKind = (change: Change): change is Exclude<Change, { kind: UnlistedKind }> =>
  !unlistedKinds.includes(change.kind);
type UnlistedKind = 'sim.replace' | 'invoice.order' | 'details.order';
const unlistedKinds: Change['kind'][] = ['sim.replace', 'invoice.order', 'details.order'];

export function productChange(
  { blockCodes }: MtsSettings,
  change: Exclude<Change, { kind: UnlistedKind }>,
  blockCode: BlockCode,
): ProductChange {
  switch (change.kind) {
    case 'option.connect':
      return { productCode: change.optionCode, action: 'create', isTariff: false };
    case 'option.disconnect':
      return { productCode: change.optionCode, action: 'delete', isTariff: false };
    case 'tariff.change':
      return { productCode: change.tariffCode, action: 'create', isTariff: true };
    case 'line.block':
      return { productCode: blockCodes[change.reason], action: 'create', isTariff: false };
    case 'line.unblock':
      return { productCode: blockCode ?? blockCodes.wish, action: 'delete', isTariff: false };
  }
}

function productCall(msisdn: Msisdn, product: ProductChange, isDryRun: boolean): Call {
  // The number belongs in the query: in the body it brings a 401.
  const query = { msisdn: wireNumber(msisdn) };
  const mutates = !isDryRun;
  if (product.isTariff) {
    const operation = isDryRun ? 'Product/ChangeBillPlanValidation' : 'Product/ChangeBillPlan';
    return { operation, mutates, method: 'POST', query, body: { item: [tariffItem(product.productCode)] } };
  }
  const name = isDryRun ? 'ValidateMobileConnectivity' : 'MobileConnectivity';
  const body = { characteristic: [{ name }], item: [serviceItem(product)] };
  return { operation: 'Product/ModifyProduct', mutates, method: isDryRun ? 'PATCH' : 'POST', query, body };
}

function tariffItem(externalID: string) {
  return { product: { externalID, characteristic: [{ name: 'productType', value: 'tariffPlan' }] } };
}

function serviceItem({ productCode, action }: ProductChange) {
  const characteristic = [{ name: 'ResourceServiceRequestItemType', value: 'ResourceServiceRequestItem' }];
  return { action, product: { externalID: productCode, characteristic } };
}

/** Documents go to an e-mail address only; dates without a zone letter, formats in lower case. */
function paperCall(
  msisdn: Msisdn,
  change: Extract<Change, { kind: 'invoice.order' | 'details.order' }>,
): Call {
  const period = { dateFrom: `${change.from}T00:00:00`, dateTo: `${change.to}T23:59:59` };
  const number = wireNumber(msisdn);
  if (change.kind === 'invoice.order') {
    const body = { ...period, documentFormat: 'pdf', deliveryAddress: change.email, msisdn: number };
    return post('Documents/RegularBillByMSISDN', body);
  }
  const body = { ...period, documentFormat: 'xlsx', deliveryAddress: change.email, msisdns: [number] };
  return post('Documents/CallHistoryByMSISDN', body);
}

function post(operation: string, body: unknown, accept = 'application/json'): Call {
  return { operation, mutates: true, method: 'POST', body, accept };
}
