import type { Msisdn } from '../port.ts';

/** Ten digits without the leading seven, as Beeline wants it. */
export function toCtn(msisdn: Msisdn): string {
  return msisdn.slice(2);
}

/** Replies may carry a prefix: the last ten digits name the line. */
export function isSameCtn(wire: string, msisdn: Msisdn): boolean {
  return wire.replace(/\D/g, '').slice(-10) === toCtn(msisdn);
}

/** Roubles as text, with a dot or a comma, to kopecks. `null`: absent, unreadable, or the "no limit" sentinel. */
export function toKopecks(roubles: string | null): number | null {
  const match = /^([-+]?)(\d{1,12})(?:[.,](\d+))?$/.exec((roubles ?? '').replace(/[\s\u00a0]/g, ''));
  if (!match?.[2] || Number(match[2]) >= 999_999_999) return null;
  const fraction = (match[3] ?? '').padEnd(3, '0');
  const kopecks = Number(match[2]) * 100 + Number(fraction.slice(0, 2)) + (fraction.charAt(2) >= '5' ? 1 : 0);
  return match[1] === '-' && kopecks > 0 ? -kopecks : kopecks;
}

export function toRoubles(kopecks: number): string {
  const digits = String(Math.abs(kopecks)).padStart(3, '0');
  return `${kopecks < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The carrier's clock time without a zone: `2026-11-22T12:00:00.0`. */
export function toWireTime(instant: Date, utcOffsetMinutes: number): string {
  return `${new Date(instant.getTime() + utcOffsetMinutes * 60_000).toISOString().slice(0, 19)}.0`;
}

export function fromWireTime(wire: string | null, utcOffsetMinutes: number): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    wire ?? '',
  );
  if (!match) return null;
  const zone = match[3]?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const instant = Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}${zone ?? 'Z'}`);
  if (Number.isNaN(instant)) return null;
  return new Date(zone ? instant : instant - utcOffsetMinutes * 60_000);
}

/** The first instant of the month after `now` on the carrier's clock. */
export function nextPeriodStart(now: Date, utcOffsetMinutes: number): Date {
  const local = new Date(now.getTime() + utcOffsetMinutes * 60_000);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - utcOffsetMinutes * 60_000);
}

/** The carrier's own words without what may not be kept: long numbers, tokens, addresses. */
export function withoutPersonalData(carrierText: string): string {
  return carrierText
    .replace(/[0-9a-f]{32}/gi, '…')
    .replace(/\+?\d[\d\s()-]{7,}\d/g, '…')
    .replace(/\S+@\S+/g, '…')
    .slice(0, 300);
}
