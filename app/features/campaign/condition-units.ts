import type { NumberField } from './conditions.ts';

/** How much of what is stored one of what is typed is: kopecks of a rouble, per mille of a per cent. */
const storedOfOne: Partial<Record<NumberField, number>> = { risk: 10, balance: 100, fee: 100, overdue: 100 };

/** A stored value of a condition in the units that people speak in. */
export function shownValue(field: NumberField, stored: number): number {
  return stored / (storedOfOne[field] ?? 1);
}

/** What was typed, as it is stored; an emptied field is nought. */
export function storedValue(field: NumberField, shown: number | string): number {
  const typed = Number(shown);
  return Number.isFinite(typed) ? Math.round(typed * (storedOfOne[field] ?? 1)) : 0;
}

/** So many figures after the point mean something. */
export function decimalsOf(field: NumberField): number {
  return Math.log10(storedOfOne[field] ?? 1);
}
