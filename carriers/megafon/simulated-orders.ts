import type { Change } from '../port.ts';
import type { Knobs, SimulatedLine } from '../simulation.ts';
import { branchDay, fromWireDay } from './branch-time.ts';
import { catalogue } from './catalogue.ts';
import { answerAfterOrder, type Draw } from './simulated-faults.ts';
import type { SimulatedLines, Subject } from './simulated-lines.ts';
import { LockOrderForm, RatePlanOrderForm } from './wire.ts';

export const simulatedZone = 'Europe/Moscow';
/** `cpohId` of the lock form that means theft here. */
export const theftCode = '1';

type Bulk = {
  ids: string[];
  subject: Subject;
  change: Change;
  day: string;
  refuse(line: SimulatedLine): string | null;
};
type Desk = { lines: SimulatedLines; knobs: Knobs; now: number; draw: Draw; request: Request };

export function orderLock(form: unknown, desk: Desk): Response | Promise<Response> {
  const fields = LockOrderForm.safeParse(form);
  if (!fields.success) return formError(missesEnd(form) ? 'DATE_TO_REQUIRED' : 'WRONG_FORM');
  const { operationType, dateFrom, dateTo, subsId, cpohId } = fields.data;
  const day = fromWireDay(dateFrom);
  const end = fromWireDay(dateTo);
  if (!day) return formError('WRONG_FORM');
  if (operationType === '1' && (!end || end <= day)) return formError('DATE_TO_REQUIRED');
  const change: Change =
    operationType === '1'
      ? { kind: 'line.block', reason: cpohId === theftCode ? 'theft' : 'wish' }
      : { kind: 'line.unblock' };
  const refuse = ({ blocked }: SimulatedLine) => {
    if (blocked === 'operator') return 'LOCKED_BY_OPERATOR';
    if ((operationType === '1') === (blocked !== null)) return blocked ? 'ALREADY_LOCKED' : 'NOT_LOCKED';
    return null;
  };
  return place({ ids: subsId.split(','), subject: 'lock', change, day, refuse }, desk);
}

export function orderRatePlan(form: unknown, desk: Desk): Response | Promise<Response> {
  const fields = RatePlanOrderForm.safeParse(form);
  const day = fields.success ? fromWireDay(fields.data.dateFrom) : null;
  if (!fields.success || !day) return formError('WRONG_FORM');
  const { rtplId, subsId } = fields.data;
  if (!catalogue.tariffs.some(({ code }) => code === rtplId)) return formError('RATE_PLAN_NOT_FOUND');
  const refuse = (line: SimulatedLine) => {
    if (line.blocked === 'operator') return 'LOCKED_BY_OPERATOR';
    return line.tariffCode === rtplId ? 'SAME_RATE_PLAN' : null;
  };
  const change: Change = { kind: 'tariff.change', tariffCode: rtplId };
  return place({ ids: subsId.split(','), subject: 'rate_plan', change, day, refuse }, desk);
}

/** One order for many numbers: those that fail are named, the others go on. */
function place({ ids, subject, change, day, refuse }: Bulk, desk: Desk): Response | Promise<Response> {
  const { lines, knobs, now, draw, request } = desk;
  if (day < branchDay(new Date(now), simulatedZone)) return formError('DATE_IN_PAST');
  const errors = ids.flatMap((subsId) => {
    const line = lines.byId(subsId);
    const isBusy = lines.isPending(subsId, subject);
    const code = line ? (isBusy && 'ORDER_IN_PROGRESS') || refuse(line) : 'ACCESS_DENIED';
    return code ? [{ subsId, code }] : [];
  });
  const good = [...new Set(ids)].filter((id) => errors.every(({ subsId }) => subsId !== id));
  if (good.length === 0) return Response.json({ changeResult: { cporId: 0, errors } });
  const reference = lines.nextReference();
  const at = Math.max(now + (isSaidDone(draw) ? 0 : knobs.workMs), Date.parse(`${day}T00:00:00+03:00`));
  for (const lineId of good) {
    lines.accept({ reference, lineId, subject, change, at, fails: isLost(draw) });
  }
  return (
    answerAfterOrder(draw, request) ?? Response.json({ changeResult: { cporId: Number(reference), errors } })
  );
}

/** These faults promise that the change is there when the answer goes missing. */
function isSaidDone({ fault }: Draw): boolean {
  return fault === 'hangAfterApplying' || fault === 'breakAfterApplying' || fault === 'acceptSilently';
}

function isLost({ fault, coin }: Draw): boolean {
  return fault === 'failLater' || (fault === 'acceptSilently' && coin < 0.5);
}

function missesEnd(form: unknown): boolean {
  return typeof form === 'object' && form !== null && 'operationType' in form && !('dateTo' in form);
}

function formError(code: string): Response {
  return Response.json({ error: { code } });
}
