import type { CarrierLine, FailureClass, Order, OwnFailureCode, Preview } from '../port.ts';
import type { Cabinet } from './cabinet.ts';
import { type Answer, type CabinetWord, trouble, troubleOf } from './failures.ts';
import { listServices, readLine } from './reads.ts';
import type { MegafonSettings } from './settings.ts';

const noEffects: Preview = {
  feeNowKopecks: null,
  feeMonthKopecks: null,
  effectiveAt: null,
  adds: [],
  drops: [],
};

/** MegaFon has no dry run: what can be told from the line, the services page and the plans of the account. */
export async function previewOrder(cabinet: Cabinet, order: Order): Promise<Answer<Preview>> {
  const line = await readLine(cabinet, order.msisdn);
  if (!line.ok) return line;
  const { change } = order;
  switch (change.kind) {
    case 'line.block':
    case 'line.unblock':
      return previewBlock(change.kind, line.value);
    case 'tariff.change':
      return previewTariff(change.tariffCode, line.value, cabinet.connection.settings);
    case 'option.connect':
    case 'option.disconnect':
      return previewOption(cabinet, change.kind, change.optionCode, line.value);
    default:
      return { ok: true, value: noEffects };
  }
}

function previewBlock(kind: 'line.block' | 'line.unblock', { blocked }: CarrierLine): Answer<Preview> {
  if (blocked?.by === 'operator') return operatorBlock;
  if (kind === 'line.block' && blocked) return cabinetRefusal('ALREADY_LOCKED');
  if (kind === 'line.unblock' && !blocked) return cabinetRefusal('NOT_LOCKED');
  return { ok: true, value: noEffects };
}

function previewTariff(code: string, line: CarrierLine, { plans }: MegafonSettings): Answer<Preview> {
  if (line.blocked?.by === 'operator') return operatorBlock;
  if (line.tariff?.code === code) return cabinetRefusal('SAME_RATE_PLAN');
  const plan = plans.find((each) => each.code === code);
  if (!plan) return cabinetRefusal('RATE_PLAN_NOT_FOUND');
  const drops = plan.drops.filter((option) => line.options.some((each) => each.code === option));
  const { feeOnceKopecks: feeNowKopecks, feeMonthKopecks } = plan;
  return { ok: true, value: { ...noEffects, feeNowKopecks, feeMonthKopecks, drops } };
}

async function previewOption(
  cabinet: Cabinet,
  kind: 'option.connect' | 'option.disconnect',
  code: string,
  line: CarrierLine,
): Promise<Answer<Preview>> {
  const services = await listServices(cabinet, line.msisdn);
  if (!services.ok) return services;
  const service = services.value.find((each) => each.code === code);
  if (!service) return refusal('not_found', 'service_not_found');
  const isOn = line.options.some((each) => each.code === code);
  if (kind === 'option.disconnect') {
    return isOn
      ? { ok: true, value: { ...noEffects, feeNowKopecks: 0, feeMonthKopecks: 0 } }
      : refusal('precondition_missing', 'service_off');
  }
  if (isOn) return refusal('conflict_option', 'service_on');
  const { feeOnceKopecks: feeNowKopecks, feeMonthKopecks } = service;
  return { ok: true, value: { ...noEffects, feeNowKopecks, feeMonthKopecks } };
}

function refusal(failureClass: FailureClass, code: OwnFailureCode): Answer<Preview> {
  return { ok: false, trouble: trouble(failureClass, code, '') };
}

/** What the cabinet itself would answer. */
function cabinetRefusal(word: CabinetWord): Answer<Preview> {
  return { ok: false, trouble: troubleOf(word, {}) };
}

const operatorBlock = cabinetRefusal('LOCKED_BY_OPERATOR');
