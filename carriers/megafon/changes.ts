import type { Change, Order, SubmitOutcome } from '../port.ts';
import { branchDay, toWireDay } from './branch-time.ts';
import { type Cabinet, type CabinetRequest, fieldsOf } from './cabinet.ts';
import { locate } from './directory.ts';
import { type Answer, type Trouble, trouble, troubleOf } from './failures.ts';
import type { MegafonSettings } from './settings.ts';
import { type LockOrderForm, OrderResult, type RatePlanOrderForm } from './wire.ts';

/** Places an order for one number. Its `ref` is the order's number, its hint the internal id of the line. */
export async function submitOrder(cabinet: Cabinet, order: Order): Promise<SubmitOutcome> {
  const { settings, now } = cabinet.connection;
  const id = await locate(cabinet, order.msisdn);
  if (!id.ok) return beforeSending(id.trouble);
  const request = orderRequest(order.change, id.value, settings, now());
  if (!request.ok) return request.trouble;
  const result = fieldsOf(await cabinet.exchange(request.value), OrderResult);
  if (!result.ok) return result.trouble;
  const { cporId, errors } = result.value.changeResult ?? { cporId: null, errors: [] };
  const refusal = errors.find((each) => each.subsId === id.value);
  if (refusal) return troubleOf(refusal.code, settings.errorClasses);
  if (!cporId || !(Number(cporId) > 0)) {
    return trouble('unknown_outcome', 'no_order_number', 'MegaFon took the order without giving its number');
  }
  return { type: 'accepted', ref: { id: cporId, submittedAt: now().toISOString(), hint: id.value } };
}

/** A read that failed leaves no doubt about the change behind it: that one was never sent. */
function beforeSending(reason: Trouble): Trouble {
  return reason.type === 'unknown' ? { ...reason, type: 'unavailable' } : reason;
}

function orderRequest(
  change: Change,
  id: string,
  settings: MegafonSettings,
  now: Date,
): Answer<CabinetRequest> {
  switch (change.kind) {
    case 'line.block':
      return lockRequest('1', id, settings.lockReasonCodes[change.reason], settings, now);
    case 'line.unblock':
      return lockRequest('0', id, '0', settings, now);
    case 'tariff.change':
      return tariffRequest(change.tariffCode, id, settings, now);
    default: {
      const text = `MegaFon has no interface for ${change.kind}: a person does it in the cabinet`;
      const reason = { ...trouble('needs_human', 'no_interface', text), type: 'refused' as const };
      return { ok: false, trouble: reason };
    }
  }
}

function lockRequest(
  operationType: LockOrderForm['operationType'],
  id: string,
  cpohId: string,
  { timeZone, lockDays, notifySubscriber }: MegafonSettings,
  now: Date,
): Answer<CabinetRequest> {
  const form: LockOrderForm = {
    operationType,
    dateFrom: midnight(branchDay(now, timeZone)),
    dateTo: midnight(branchDay(now, timeZone, lockDays)),
    subsId: id,
    processingMode: '1',
    p_basket: '-1',
    cpohId,
    notifySubsBySms: notifySubscriber ? '1' : '0',
  };
  const operation = operationType === '1' ? 'lockLine' : 'unlockLine';
  return { ok: true, value: { operation, mutates: true, path: '/changelock/order', form } };
}

function tariffRequest(
  rtplId: string,
  id: string,
  settings: MegafonSettings,
  now: Date,
): Answer<CabinetRequest> {
  if (!/^\d+$/.test(rtplId)) {
    const text = `The tariff code "${rtplId}" is no MegaFon plan id, which has digits only`;
    return { ok: false, trouble: trouble('invalid', 'tariff_code', text) };
  }
  const dateFrom = toWireDay(branchDay(now, settings.timeZone));
  const form: RatePlanOrderForm = { rtplId, dateFrom, packList: '', p_excludeSubs: '', subsId: id };
  return {
    ok: true,
    value: { operation: 'changeTariff', mutates: true, path: '/changepkgrateplan/order', form },
  };
}

function midnight(day: string): string {
  return `${toWireDay(day)} 00:00:00`;
}
