import type { Protection, ProtectionKind } from './shift.ts';

/** What a person's contract, age and papers leave of the law's common bounds. */
export type PersonLimits = {
  weekMinutes: { min: number; max: number };
  maxDayMinutes: number;
  mayNight: boolean;
  mayWeekend: boolean;
  mayHoliday: boolean;
};

export type Terms = {
  weekMinutesMin: number;
  weekMinutesMax: number;
  maxDayMinutes: number;
  protections: readonly Protection[];
  nightConsent: boolean;
};

/** Articles 259 and 268: neither nights nor weekends nor holidays, even if they ask for it. */
const barred: ReadonlySet<ProtectionKind> = new Set(['under16', 'under18', 'pregnant']);
/** Articles 96 and 259: only with their consent in writing. */
const consenting: ReadonlySet<ProtectionKind> = new Set([
  ...(['child-under-3', 'disabled', 'disabled-child', 'carer', 'single-parent', 'three-children'] as const),
]);
/** Articles 92 and 94, minutes. */
const shorterWeek: Partial<Record<ProtectionKind, number>> = {
  under16: 24 * 60,
  under18: 35 * 60,
  disabled: 35 * 60,
};
const shorterDay: Partial<Record<ProtectionKind, number>> = { under16: 5 * 60, under18: 7 * 60 };

/** `from`: the first date of the plan; a protection that ended before it is past. */
export function limitsOf(terms: Terms, from: string): PersonLimits {
  const kinds = terms.protections
    .filter(({ until }) => until === null || until >= from)
    .map(({ kind }) => kind);
  const isBarred = kinds.some((kind) => barred.has(kind));
  const lacksConsent = kinds.some((kind) => consenting.has(kind)) && !terms.nightConsent;
  const least = (by: Partial<Record<ProtectionKind, number>>, agreed: number) =>
    Math.min(agreed, ...kinds.map((kind) => by[kind] ?? agreed));
  const max = least(shorterWeek, terms.weekMinutesMax);
  const mayOff = !isBarred && !(kinds.includes('child-under-3') && lacksConsent);
  return {
    weekMinutes: { min: Math.min(terms.weekMinutesMin, max), max },
    maxDayMinutes: least(shorterDay, terms.maxDayMinutes),
    mayNight: !isBarred && !lacksConsent,
    mayWeekend: mayOff,
    mayHoliday: mayOff,
  };
}
