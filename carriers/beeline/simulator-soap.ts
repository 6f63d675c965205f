import { Change, type Msisdn } from '../port.ts';
import { fromWireTime, toCtn } from './formats.ts';
import { soapAnswer, soapFault, soapVoice } from './simulator-answers.ts';
import { simulatorUtcOffsetMinutes } from './simulator-estate.ts';
import { requestRow } from './simulator-requests.ts';
import type { SimulatorWorld } from './simulator-world.ts';
import { parseEnvelope, type XmlNode } from './soap.ts';

export const account = { login: 'pult-demo', password: 'beeline-demo-password' };

type Fields = Record<string, unknown>;

export function answerAuth(world: SimulatorWorld, text: string): Response {
  const { login, password } = firstElement(text).fields;
  if (login !== account.login || password !== account.password) return soapFault('20002');
  return soapAnswer('Auth', 'auth', { return: world.issueToken() });
}

export async function answerSubscriber(
  world: SimulatorWorld,
  text: string,
  signal: AbortSignal,
): Promise<Response> {
  const { operation, fields } = firstElement(text);
  const tokenFault = world.tokenFault(field(fields, 'token'));
  if (tokenFault) return soapFault(tokenFault);
  switch (operation) {
    case 'getBANInfoListPaged':
      return soapAnswer('Subscriber', operation, {
        BANInfoList: paged(
          fields,
          world.estate.accountNumbers().map((ban) => ({ ban })),
        ),
      });
    case 'getCTNInfoList':
    case 'getSIMList':
      return answerLine(world, operation, fields);
    case 'getRequestList':
      return soapAnswer('Subscriber', operation, {
        requestList: { requests: paged(fields, listed(world, fields)) },
      });
    case 'getBillChargesPaged':
    case 'getDetails':
      return answerReport(world, operation, fields);
    default:
      return answerChange(world, operation, fields, signal);
  }
}

function answerLine(
  world: SimulatorWorld,
  operation: 'getCTNInfoList' | 'getSIMList',
  fields: Fields,
): Response {
  const ban = field(fields, 'ban');
  if (!ban) return soapFault('20001');
  const line = world.estate.line(msisdnOf(fields));
  if (!line || line.accountNumber !== ban) return soapFault('20005');
  const ctn = `7${toCtn(line.msisdn)}`;
  if (operation === 'getSIMList') {
    const row = { ctn, serialNumber: line.iccid, imsi: line.imsi };
    return soapAnswer('Subscriber', operation, { SIMList: row });
  }
  const status = line.blocked ? 'BLOCKED' : 'ACTIVE';
  const reasonStatus = line.blocked ? { wish: 'WIB', theft: 'STO', operator: 'DUF' }[line.blocked] : '';
  return soapAnswer('Subscriber', operation, {
    CTNInfoList: { ctn, status, reasonStatus, pricePlan: line.tariffCode },
  });
}

/** Beyond the last page the last page comes again. */
function paged(fields: Fields, rows: XmlNode[]): XmlNode[] {
  const size = Math.max(1, Number(field(fields, 'recordsPerPage')) || 1000);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(last, Math.max(1, Number(field(fields, 'page')) || 1));
  return rows.slice((page - 1) * size, page * size);
}

function listed(world: SimulatorWorld, fields: Fields): XmlNode[] {
  const requestId = field(fields, 'requestId');
  if (requestId) {
    const job = world.estate.job(requestId);
    return job ? [requestRow(job, world.now())] : [];
  }
  const from = fromWireTime(field(fields, 'startDate'), simulatorUtcOffsetMinutes)?.getTime() ?? 0;
  const to =
    fromWireTime(field(fields, 'endDate'), simulatorUtcOffsetMinutes)?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return world.estate.jobsBetween(from, to + 999).map((job) => requestRow(job, world.now()));
}

function answerReport(world: SimulatorWorld, operation: string, fields: Fields): Response {
  const job = world.estate.job(field(fields, 'requestId'));
  if (!job) return soapFault('20018');
  if (job.state === 'rejected') return soapFault('20024');
  if (job.state !== 'done') return soapFault('20017');
  return soapAnswer('Subscriber', operation, { return: { billCharges: { chargeAmt: '350,00' } } });
}

function answerChange(
  world: SimulatorWorld,
  operation: string,
  fields: Fields,
  signal: AbortSignal,
): Promise<Response> | Response {
  const msisdn = msisdnOf(
    operation === 'createBillChargesRequest' ? ((fields.CTNList || {}) as Fields) : fields,
  );
  const change = Change.safeParse(changeOf(operation, fields));
  if (!change.success) return soapFault('20001');
  if (operation === 'suspendCTN' || operation === 'restoreCTN') {
    const actvDate = fromWireTime(field(fields, 'actvDate'), simulatorUtcOffsetMinutes);
    if (!actvDate || actvDate.getTime() <= world.now()) return soapFault('20082');
  }
  const isFuture = operation === 'changePP' && field(fields, 'futureDate') === 'Y';
  const hasRequestId = operation === 'changePP' || operation.startsWith('create');
  const voice = soapVoice(operation, hasRequestId ? 'requestId' : 'return');
  return world.takeChange({ msisdn, change: change.data, isFuture }, voice, signal);
}

function changeOf(operation: string, fields: Fields): unknown {
  switch (operation) {
    case 'addDelSOC': {
      const kind = field(fields, 'inclusionType') === 'D' ? 'option.disconnect' : 'option.connect';
      return { kind, optionCode: fields.soc };
    }
    case 'changePP':
      return { kind: 'tariff.change', tariffCode: fields.pricePlan };
    case 'suspendCTN':
      return { kind: 'line.block', reason: field(fields, 'reasonCode') === 'STO' ? 'theft' : 'wish' };
    case 'restoreCTN':
      return field(fields, 'reasonCode') === 'RSBO' ? { kind: 'line.unblock' } : null;
    case 'replaceSIM': {
      // Only the serial travels: the IMSI of the new card is known to the carrier alone.
      const iccid = field(fields, 'serialNumber');
      return { kind: 'sim.replace', iccid, imsi: `25099${iccid.slice(-10)}` };
    }
    case 'createBillChargesRequest': {
      const to = field(fields, 'billDate').slice(0, 10);
      return { kind: 'invoice.order', from: `${to.slice(0, 8)}01`, to, email: 'cabinet@beeline.example' };
    }
    case 'createDetailsRequest': {
      const [from, to] = [field(fields, 'periodStart').slice(0, 10), field(fields, 'periodEnd').slice(0, 10)];
      return { kind: 'details.order', from, to, email: fields.email };
    }
    default:
      return null;
  }
}

function firstElement(text: string): { operation: string; fields: Fields } {
  const [operation = '', fields] = Object.entries(parseEnvelope(text) ?? {})[0] ?? [];
  return { operation, fields: (fields || {}) as Fields };
}

function field(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** Somebody else's number where the text is no number at all: the carrier knows neither. */
function msisdnOf(fields: Fields): Msisdn {
  return `+7${field(fields, 'ctn')}` as Msisdn;
}
