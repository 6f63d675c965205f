import type { SimulatedItem, SimulatedLine, SimulatedTariff } from '../simulation.ts';
import { catalogue } from './catalogue.ts';
import { dropsOf, type Work } from './simulator-truth.ts';

/** What MTS sends: bodies with all their oddities. */

const blockCodes = { wish: 'BL0005', theft: 'BL0007', operator: 'BL0001' } as const;
export const blockReasonOf = (code: string) => (code === blockCodes.theft ? 'theft' : 'wish');
export const isBlockCode = (code: string) => code.startsWith('BL');
const foreverText = '2037-12-31T23:59:59+03:00';

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** The five shapes of an error body; which code comes in which is invented. */
export function errorReply(status: number, code: string, text: string, headers: Record<string, string> = {}) {
  const shapes: Record<string, unknown> = {
    '1010': { error: { errorCode: code, errorMessage: text } },
    '1011': { code, message: text, description: text },
    '1014': JSON.stringify({ errorCode: code, errorMessage: text }),
    fault: { fault: { message: text, description: text } },
  };
  return json(status, shapes[code] ?? { errorCode: code, errorMessage: text }, headers);
}

export const ejbError = () => new Response('EJB Exception', { status: 500 });
export const htmlError = (status: number) =>
  new Response('<html><body><h1>Сервис временно недоступен</h1></body></html>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

/** A body that breaks off in the middle. */
export function brokenReply(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"eventI'));
      controller.error(new Error('The connection was reset'));
    },
  });
  return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
}

/** Never answers: ends when the caller leaves. */
export function hang(signal: AbortSignal): Promise<Response> {
  const left = () => new Response(null, { status: 499 });
  return new Promise((resolve) => {
    if (signal.aborted) resolve(left());
    signal.addEventListener('abort', () => resolve(left()), { once: true });
  });
}

export function hierarchyBody(line: SimulatedLine): unknown {
  const product = {
    productSerialNumber: line.msisdn.slice(1),
    productCharacteristic: [
      { name: 'IMSI', value: line.imsi },
      { name: 'SIM', value: line.iccid },
    ],
  };
  // Some numbers hang directly on the contract, without a personal account.
  const isLoose = line.lineId.endsWith('77');
  const account = { accountNo: isLoose ? null : line.accountNumber, productRelationship: [{ product }] };
  return [{ name: 'null null', partyRole: [{ id: 'K-100500', customerAccount: [account] }], hasMore: false }];
}

export function balanceBody(line: SimulatedLine): unknown {
  const isLimitless = line.lineId.endsWith('77');
  const amount = isLimitless ? '-999999999' : roubles(line.balanceKopecks);
  return [{ customerAccountBalance: [{ remainedAmount: { amount, units: 'RUB' } }] }];
}

/** One number in ten has its tariff here; the rest only in the list of services. */
const hasBillPlan = (line: SimulatedLine) => line.lineId.endsWith('1');

export function billPlanBody(line: SimulatedLine): unknown {
  const tariff = catalogue.tariffs.find(({ code }) => code === line.tariffCode);
  const offering = hasBillPlan(line) && tariff ? { externalID: tariff.code, name: tariff.name } : {};
  return [{ productOffering: offering }];
}

/** Connected services; the tariff is among them for most numbers. Any other type filter is ignored. */
export function connectedBody(line: SimulatedLine, type: string | null): unknown[] {
  const blocks = line.blocked ? [blockRow(blockCodes[line.blocked])] : [];
  if (type === 'block') return blocks;
  const options = catalogue.options.filter(({ code }) => line.optionCodes.includes(code)).map(serviceRow);
  const tariff = catalogue.tariffs.find(({ code }) => code === line.tariffCode);
  const plan = tariff && !hasBillPlan(line) ? [planRow(tariff)] : [];
  const services = [...plan, ...options];
  return type === 'service' ? services : [...services, ...blocks];
}

export function availableBody(line: SimulatedLine): unknown[] {
  return catalogue.options.filter(({ code }) => !line.optionCodes.includes(code)).map(serviceRow);
}

export function tariffsBody(line: SimulatedLine): unknown[] {
  return catalogue.tariffs.filter(({ code }) => code !== line.tariffCode).map(tariffRow);
}

export function requestRow(work: Work): unknown {
  const { product, change } = work;
  const drops = change.kind === 'tariff.change' && work.isDryRun ? dropsOf(change.tariffCode) : [];
  const characteristic = [
    { name: 'msisdn', value: work.msisdn.slice(1) },
    ...(product ? [{ name: 'externalID', value: product.code }] : []),
    ...(product ? [{ name: 'action', value: product.action }] : []),
    ...(work.isDryRun ? [{ name: 'requestType', value: 'Validation' }] : []),
    ...(work.state === 'Faulted' ? [{ name: 'foris_error_code', value: work.faultCode }] : []),
    ...drops.map((value) => ({ name: 'removed_service', value })),
  ];
  const startDateTime = new Date(work.startedAt).toISOString();
  return { id: work.id, status: work.state, validFor: { startDateTime }, characteristic };
}

function serviceRow(option: SimulatedItem): unknown {
  return {
    externalID: option.code,
    name: option.name,
    status: 'Active',
    validFor: { startDateTime: '2024-05-01T00:00:00+03:00', endDateTime: foreverText },
    productSpecification: { productSpecificationType: { name: 'service' } },
    productOfferingPrice: [
      { name: 'OneTimePrice', price: { taxIncludedAmount: roubles(option.feeOnceKopecks) } },
      { name: 'PeriodicalPrice', price: { taxIncludedAmount: Number(roubles(option.feeMonthKopecks)) } },
    ],
  };
}

function blockRow(externalID: string): unknown {
  const validFor = { startDateTime: '2026-01-15T12:00:00+03:00', endDateTime: foreverText };
  const productSpecification = { productSpecificationType: { name: 'block' } };
  return { externalID, name: 'Блокировка', status: 'Active', validFor, productSpecification };
}

function planRow({ code, name }: SimulatedTariff): unknown {
  return { id: code, name, productSpecification: { productSpecificationType: { name: 'tariffPlan' } } };
}

function tariffRow(tariff: SimulatedTariff): unknown {
  return {
    id: tariff.code,
    name: tariff.name,
    productOfferingPrice: [
      { name: 'OneTimePrice', price: { dutyFreeAmount: Number(roubles(tariff.feeOnceKopecks)) } },
      { name: 'PeriodicalPrice', price: { dutyFreeAmount: Number(roubles(tariff.feeMonthKopecks)) } },
    ],
  };
}

function roubles(kopecks: number): string {
  const whole = Math.trunc(kopecks / 100);
  const rest = String(Math.abs(kopecks % 100)).padStart(2, '0');
  return `${kopecks < 0 && whole === 0 ? '-' : ''}${whole}.${rest}`;
}
