import { writeCsv } from '#app/platform/write-csv.ts';

/** A debtor in words, as the file has him. */
export type DebtorLine = {
  name: string;
  carrier: string;
  kopecks: number;
  days: number;
  strategy: string;
  arm: string;
  nextOn: string;
  hold: string;
};

/** Debtors as a file that Excel opens in its own language; no name in it is run as a formula. */
export function debtorsCsv(header: readonly string[], debtors: readonly DebtorLine[]): string {
  const rows = debtors.map(({ name, carrier, kopecks, days, strategy, arm, nextOn, hold }) => {
    const roubles = `${Math.trunc(kopecks / 100)},${String(kopecks % 100).padStart(2, '0')}`;
    return [name, carrier, roubles, String(days), strategy, arm, nextOn, hold];
  });
  return writeCsv([header, ...rows]);
}
