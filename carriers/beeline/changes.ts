import type { Change, Order, SubmitOutcome } from '../port.ts';
import type { Client } from './client.ts';
import type { Answer } from './failures.ts';
import { toCtn, toWireTime } from './formats.ts';
import type { LineFinder } from './lines.ts';
import type { BeelineSettings } from './settings.ts';
import type { XmlNode } from './soap.ts';
import { RequestReference, type RequestRow } from './wire.ts';

type SoapChange = { operation: string; fields: Record<string, XmlNode> };

/** Which call says what became of a change: a report is done when it opens, the rest stands in the list. */
type StatusCall = 'getRequestList' | 'getBillChargesPaged' | 'getDetails';

export async function submitChange(
  client: Client,
  findLine: LineFinder,
  order: Order,
): Promise<SubmitOutcome> {
  const submittedAt = client.now().toISOString();
  const answer = await sendChange(client, findLine, order);
  if (answer.ok)
    return { type: 'accepted', ref: { id: answer.value, submittedAt, hint: statusCall(order.change) } };
  const { failure, verdict, retryAfterMs } = answer;
  if (verdict === 'refused') return { type: 'refused', failure };
  if (verdict === 'doubtful') return { type: 'unknown', failure: { ...failure, class: 'unknown_outcome' } };
  return { type: 'unavailable', failure, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

async function sendChange(client: Client, findLine: LineFinder, order: Order): Promise<Answer<string>> {
  const { change, msisdn } = order;
  if (change.kind === 'option.disconnect') return disconnect(client, toCtn(msisdn), change.optionCode);
  let ban = '';
  if (change.kind === 'invoice.order') {
    const found = await findLine(msisdn);
    // Only a read so far: whatever went wrong with it, nothing was changed.
    if (!found.ok) return { ...found, verdict: found.verdict === 'refused' ? 'refused' : 'unavailable' };
    ban = found.value.ban;
  }
  const call = soapChange(client.settings, change, toCtn(msisdn), ban, client.now());
  return client.soap({ ...call, mutates: true, schema: RequestReference });
}

/** By the twin, with GET: the verb does not show that it changes something, `mutates` must. */
function disconnect(client: Client, ctn: string, serviceName: string): Promise<Answer<string>> {
  return client.rest({
    operation: 'serviceDeactivate',
    mutates: true,
    schema: RequestReference,
    path: 'request/serviceDeactivate',
    query: { ctn, serviceName },
  });
}

function soapChange(
  settings: BeelineSettings,
  change: Exclude<Change, { kind: 'option.disconnect' }>,
  ctn: string,
  ban: string,
  now: Date,
): SoapChange {
  const actvDate = toWireTime(new Date(now.getTime() + settings.blockLeadMs), settings.utcOffsetMinutes);
  const reason = settings.blockReasons;
  switch (change.kind) {
    case 'option.connect':
      return { operation: 'addDelSOC', fields: { ctn, soc: change.optionCode, inclusionType: 'A' } };
    case 'tariff.change': {
      const futureDate = settings.tariffChange === 'next_period' ? 'Y' : 'N';
      return { operation: 'changePP', fields: { ctn, pricePlan: change.tariffCode, futureDate } };
    }
    case 'line.block':
      return { operation: 'suspendCTN', fields: { ctn, actvDate, reasonCode: reason[change.reason] } };
    case 'line.unblock':
      return { operation: 'restoreCTN', fields: { ctn, actvDate, reasonCode: settings.restoreReason } };
    case 'sim.replace':
      return { operation: 'replaceSIM', fields: { ctn, serialNumber: change.iccid } };
    case 'invoice.order': {
      const fields = { ban, billDate: midnight(change.to), CTNList: { ctn } };
      return { operation: 'createBillChargesRequest', fields };
    }
    case 'details.order': {
      const period = { periodStart: midnight(change.from), periodEnd: midnight(change.to) };
      const delivery = { format: 'PDF', channel: 'EMAIL', email: change.email };
      return { operation: 'createDetailsRequest', fields: { ctn, ...period, ...delivery } };
    }
  }
}

/** What tells a change apart in the carrier's list of requests. */
export function requestMarks(settings: BeelineSettings, change: Change): Partial<RequestRow> {
  const requestType = settings.requestTypes[change.kind];
  switch (change.kind) {
    case 'option.connect':
      return { requestType, soc: change.optionCode, inclusionType: 'A' };
    case 'option.disconnect':
      return { requestType, soc: change.optionCode, inclusionType: 'D' };
    case 'tariff.change':
      return { requestType, pricePlan: change.tariffCode };
    case 'sim.replace':
      return { requestType, serialNumber: change.iccid };
    case 'invoice.order':
      return { requestType, billDate: midnight(change.to) };
    case 'details.order':
      return { requestType, periodStart: midnight(change.from), periodEnd: midnight(change.to) };
    case 'line.block':
    case 'line.unblock':
      return { requestType };
  }
}

export function statusCall({ kind }: Change): StatusCall {
  if (kind === 'invoice.order') return 'getBillChargesPaged';
  return kind === 'details.order' ? 'getDetails' : 'getRequestList';
}

function midnight(day: string): string {
  return `${day}T00:00:00.0`;
}
