import type { Change, Msisdn } from '../port.ts';
import type { SimulatedItem, SimulatedLine } from '../simulation.ts';
import { catalogue } from './catalogue.ts';
import { toRoubles } from './formats.ts';
import { restAnswer, restRefusal, restVoice } from './simulator-answers.ts';
import { rivals } from './simulator-rules.ts';
import type { SimulatorWorld } from './simulator-world.ts';

/** The twin: every answer is HTTP 200 with a `meta` envelope, and one of its changes is a GET. */
export async function answerRest(world: SimulatorWorld, request: Request, path: string): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const tokenFault = world.tokenFault(request.headers.get('x-api-token') ?? '');
  if (tokenFault) return restRefusal(tokenFault);
  const msisdn = `+7${query.get('ctn') ?? ''}` as Msisdn;
  if (path === 'request/serviceDeactivate') {
    const change = { kind: 'option.disconnect', optionCode: query.get('serviceName') ?? '' } as const;
    return world.takeChange({ msisdn, change, isFuture: false }, restVoice, request.signal);
  }
  const line = world.estate.line(msisdn);
  if (!line) return restRefusal('20005');
  switch (path) {
    case 'info/serviceList':
      return restAnswer({
        services: catalogue.options.filter(({ code }) => line.optionCodes.includes(code)).map(service),
      });
    case 'info/serviceAvailableList':
      return restAnswer({
        availableServices: catalogue.options
          .filter(({ code }) => !line.optionCodes.includes(code))
          .map(offer),
      });
    case 'info/pricePlanAvailableList':
      return answerPlans(world, line);
    case 'info/pricePlan': {
      const plan = catalogue.tariffs.find(({ code }) => code === line.tariffCode);
      return restAnswer({ pricePlanInfo: { name: line.tariffCode, entityName: plan?.name ?? null } });
    }
    case 'info/postpaidBalance':
    case 'info/prepaidBalance':
      return restAnswer({ balance: withComma(line.balanceKopecks) });
    case 'info/conflict':
      return answerConflict(world, line, query.get('soc') ?? '');
    default:
      return new Response('Not Found', { status: 404 });
  }
}

function answerPlans(world: SimulatorWorld, line: SimulatedLine): Response {
  const busy = world.estate.busyCode(line.msisdn, { kind: 'tariff.change', tariffCode: line.tariffCode });
  if (busy) return restRefusal(busy);
  const plans = catalogue.tariffs.filter(({ code }) => code !== line.tariffCode);
  return restAnswer({ availablePricePlans: plans.map(offer) });
}

function answerConflict(world: SimulatorWorld, line: SimulatedLine, soc: string): Response {
  const tariff = catalogue.tariffs.find(({ code }) => code === soc);
  const item = tariff ?? catalogue.options.find(({ code }) => code === soc);
  if (!item) return restRefusal('20037');
  const change: Change = tariff
    ? { kind: 'tariff.change', tariffCode: soc }
    : { kind: 'option.connect', optionCode: soc };
  const busy = world.estate.busyCode(line.msisdn, change);
  if (busy) return restRefusal(busy);
  if (line.optionCodes.includes(soc)) return restRefusal('20038');
  const missing = item.requires.filter((code) => !line.optionCodes.includes(code));
  const dropped = tariff?.drops.filter((code) => line.optionCodes.includes(code)) ?? [];
  return restAnswer({
    conflictList: [
      ...missing.map((code) => conflict('REQUIRED', code, 'Сначала нужна услуга')),
      ...rivals(line, soc).map((code) => conflict('CONFLICT', code, 'Несовместимо с услугой')),
      ...dropped.map((code) => conflict('REMOVE', code, 'Будет отключена услуга')),
    ],
    totalAmount: withComma(item.feeOnceKopecks),
  });
}

function conflict(conflictType: string, code: string, template: string) {
  const entityName = catalogue.options.find((option) => option.code === code)?.name ?? code;
  return { conflictType, name: code, entityName, template, templateText: `${template} «${entityName}»` };
}

function service({ code, name }: SimulatedItem) {
  return { name: code, entityName: name, removeInd: 'Y' };
}

function offer({ code, name, feeOnceKopecks, feeMonthKopecks }: SimulatedItem) {
  return {
    name: code,
    entityName: name,
    rcRate: Number(toRoubles(feeMonthKopecks)),
    chargeAmount: withComma(feeOnceKopecks),
  };
}

function withComma(kopecks: number): string {
  return toRoubles(kopecks).replace('.', ',');
}
