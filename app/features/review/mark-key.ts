import { marksOf, type Scale } from '../scorecard/scorecard.ts';

/** The mark that a physical key gives on a scale: its digit, minus for "does not apply"; nothing: another key. */
export function markOfKey(code: string, scale: Scale): number | null | undefined {
  if (code === 'Minus' || code === 'NumpadSubtract') return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const mark = digit === undefined ? undefined : Number(digit);
  return mark !== undefined && marksOf(scale).includes(mark) ? mark : undefined;
}
