import type { CarrierLine, Change } from '#carriers/port.ts';
import type { RequestKind } from './request.ts';

const shownByLine: readonly RequestKind[] = [
  'option.connect',
  'option.disconnect',
  'tariff.change',
  'line.block',
  'line.unblock',
  'sim.replace',
];

/** Whether a line, read again, can show that such a request was carried out. */
export function isShownByLine(kind: RequestKind): boolean {
  return shownByLine.includes(kind);
}

/**
 * Whether the line shows what the change wanted. `null`: a line cannot show it: documents, and a SIM
 * that some carriers know only by its IMSI.
 */
export function goalReached(change: Change, line: CarrierLine): boolean | null {
  switch (change.kind) {
    case 'option.connect':
      return line.options.some((option) => option.code === change.optionCode);
    case 'option.disconnect':
      return !line.options.some((option) => option.code === change.optionCode);
    case 'tariff.change':
      return line.tariff === null ? null : line.tariff.code === change.tariffCode;
    case 'line.block':
      return line.blocked !== null;
    case 'line.unblock':
      return line.blocked === null;
    default:
      return null;
  }
}
