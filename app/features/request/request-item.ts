import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { listRequests } from '#db/tenant/queries/requests.ts';
import type { Payload } from './request.ts';

type Row = Awaited<ReturnType<typeof listRequests>>[number];

/** One line of a list, as any reader of the desk may see it: the number is masked. */
export type RequestItem = ReturnType<typeof toRequestItem>;

export function toRequestItem(row: Row, names: Record<string, string>) {
  const { id, number, kind, state, carrier, createdAt, scheduledFor, lineId } = row;
  return {
    id,
    number,
    kind,
    subject: subjectOf(row),
    state,
    carrier,
    createdAt,
    scheduledFor,
    lineId,
    who: row.subscriberName,
    maskedNumber: maskMsisdn(row.msisdn),
    author: names[row.createdBy] ?? null,
    failure: row.failure,
  };
}

/** In words, or the calendar days `YYYY-MM-DD` of a period, which each language writes in its own way. */
export type Subject = string | { from: string; to: string };

/**
 * What a change is about, in the carrier's or the person's own words: an option by its name, a period, a task.
 * The code stands in only where nobody has seen the name.
 */
export function subjectOf({ payload, itemName }: Pick<Row, 'payload' | 'itemName'>): Subject | null {
  switch (payload.kind) {
    case 'option.connect':
    case 'option.disconnect':
      return itemName ?? payload.optionCode;
    case 'tariff.change':
      return itemName ?? payload.tariffCode;
    case 'sim.replace':
      return `ICCID ${payload.iccid}`;
    case 'invoice.order':
    case 'details.order':
      return { from: payload.from, to: payload.to };
    case 'device.setup':
      return payload.device;
    case 'other':
      return payload.task;
    default:
      return null;
  }
}

/** One thing that was asked for, by its field in the form. */
export type Ask =
  | { field: 'device' | 'task' | 'iccid' | 'imsi' | 'email'; text: string }
  | { field: 'reason'; reason: 'wish' | 'theft' };

/** What whoever carries it out must know besides the option, the plan or the period. */
export function asksOf(payload: Payload): Ask[] {
  switch (payload.kind) {
    case 'line.block':
      return [{ field: 'reason', reason: payload.reason }];
    case 'sim.replace':
      return [
        { field: 'iccid', text: payload.iccid },
        { field: 'imsi', text: payload.imsi },
      ];
    case 'invoice.order':
    case 'details.order':
      return [{ field: 'email', text: payload.email }];
    case 'device.setup':
      return [
        { field: 'device', text: payload.device },
        { field: 'task', text: payload.task },
      ];
    case 'other':
      return [{ field: 'task', text: payload.task }];
    default:
      return [];
  }
}
