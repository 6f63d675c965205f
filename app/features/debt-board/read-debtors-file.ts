import { createTexts, type Locale } from '#app/platform/i18n.ts';
import { debtorsCsv } from './debtors-csv.ts';
import type { BoardReader } from './read-board.ts';
import { readDebtorsToExport } from './read-debtors.ts';

type Words = { carriers: Record<string, string>; locale: Locale };

const columns = ['name', 'carrier', 'kopecks', 'days', 'strategy', 'arm', 'next', 'hold'] as const;

/** The debtors that an address asks for as a file, in the language of who asks. */
export async function readDebtorsFile(
  reader: BoardReader,
  query: URLSearchParams,
  { carriers, locale }: Words,
) {
  const t = createTexts(locale).getFixedT(locale, 'debtBoard');
  const rows = await readDebtorsToExport(reader, query);
  const lines = rows.map(({ name, carrier, kopecks, days, strategy, arm, nextOn, hold }) => ({
    name,
    kopecks,
    days,
    strategy: strategy ?? '',
    nextOn: nextOn ?? '',
    carrier: carrier ? (carriers[carrier] ?? carrier) : '',
    arm: arm ? t(`arms.${arm}`) : '',
    hold: hold ? t(`debtors.holdOf.${hold}`) : '',
  }));
  return debtorsCsv(
    columns.map((column) => t(`debtors.column.${column}`)),
    lines,
  );
}
