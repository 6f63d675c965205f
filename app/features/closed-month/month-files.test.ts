import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { metricKeys, metricOf } from '#app/features/metric/metric.ts';
import { resources } from '#app/locales/resources.ts';
import { chainStart } from '#db/audit.ts';
import { commit } from '#db/commit.ts';
import { closedMonths } from '#db/tenant/schema/closed-month.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { writeMonthFile } from './month-files.ts';
import { datesOf, type FrozenFigure, type MonthSnapshot, nextMonth } from './month-snapshot.ts';
import { type SealedMonth, sealMonth } from './seal-month.ts';

const secretKey = Buffer.alloc(32, 7);
const now = new Date('2026-12-01T09:00:00Z');

/** Each metric is 3 of 4 on every day. */
function figuresOf(month: string): FrozenFigure[] {
  const days = Array.from({ length: Number(datesOf(month).to.slice(8)) }, (_, day) => day + 1);
  return metricKeys.flatMap((metric) => {
    const told = { metric, dimension: null, key: null, interval: null, isProvisional: false };
    const count = (times: number) => ({
      ...told,
      numerator: 3 * times,
      denominator: metricOf(metric).denominator === null ? null : 4 * times,
    });
    return [
      { ...count(days.length), step: null },
      ...days.map((day) => ({ ...count(1), step: `${month}-${String(day).padStart(2, '0')}` })),
      { ...count(1), step: null, dimension: 'channel' as const, key: '=HYPERLINK("http://x")' },
    ];
  });
}

function chainOf(tenantId: string, months: number): SealedMonth[] {
  const chain: SealedMonth[] = [];
  for (let month = '2025-12'; chain.length < months; month = nextMonth(month)) {
    const definitions = {
      ru: resources.ru.metric,
      en: resources.en.metric,
    } as unknown as MonthSnapshot['definitions'];
    const about = {
      version: 2,
      tenantId,
      month,
      timeZone: 'Europe/Moscow',
      registry: 1,
      terms: null,
    } as const;
    const place = { place: chain.length + 1, previousHash: chain.at(-1)?.hash ?? chainStart, revision: 1 };
    const snapshot: MonthSnapshot = { ...about, definitions, figures: figuresOf(month) };
    const told = { month, reason: null, closedBy: 'Ольга', closedAt: now };
    chain.push(sealMonth(secretKey, tenantId, { ...place, ...told, snapshot: JSON.stringify(snapshot) }));
  }
  return chain;
}

async function openMonths(months: number) {
  const { db } = await openTestTenant();
  await commit(db, [db.insert(closedMonths).values(chainOf(db.tenantId, months))]);
  const words = { language: 'ru', tenant: 'Волна', carriers: {} } as const;
  return (month: string, file: string) =>
    writeMonthFile({ db, now, timeZone: 'Europe/Moscow', secretKey }, { month, file }, words);
}

test('a year is twelve pages of closed months', async () => {
  const write = await openMonths(12);
  const drawn = Buffer.from((await write('2026-11', 'year.pdf')) ?? []).toString('latin1');
  expect(drawn.match(/\/Type \/Page\b/g)).toHaveLength(12);
});

test('a month as CSV has its days behind, and no formula', async () => {
  const write = await openMonths(1);
  const text = new TextDecoder().decode((await write('2025-12', 'month.csv')) ?? undefined);
  expect(text).toContain('"Уровень обслуживания";"";93;124;0,75;');
  expect(text).toContain('"Уровень обслуживания";"2025-12-31";3;4;0,75;');
  expect(text).not.toMatch(/(^|;)"=/m);
});

test('every formula of the month as XLSX, reckoned anew over the rows behind, gives the value it shows', async () => {
  const write = await openMonths(1);
  const book = new exceljs.Workbook();
  await book.xlsx.load(((await write('2025-12', 'month.xlsx')) ?? new Uint8Array()).buffer);
  const known = { sums: 0, quotients: 0 };
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({ value }) => {
        if (typeof value !== 'object' || value === null || !('formula' in value)) return;
        const [, name, column = '', from, to] =
          /^SUM\('(.+)'!([A-Z])(\d+):[A-Z](\d+)\)$/.exec(value.formula) ?? [];
        if (name) {
          const rows = book.getWorksheet(name)?.getRows(Number(from), Number(to) - Number(from) + 1) ?? [];
          expect(rows.reduce((sum, one) => sum + Number(one.getCell(column).value), 0)).toBeCloseTo(
            Number(value.result),
            6,
          );
          known.sums += 1;
        } else {
          const partOf = (place: string) => {
            const cell = sheet.getCell(`${place}${row.number}`).value;
            return Number(typeof cell === 'object' && cell !== null && 'result' in cell ? cell.result : cell);
          };
          const isSum = value.formula === `B${row.number}`;
          expect(value.formula).toBe(
            isSum ? `B${row.number}` : `IF(C${row.number}=0,"",B${row.number}/C${row.number})`,
          );
          expect(isSum ? partOf('B') : partOf('B') / partOf('C')).toBeCloseTo(Number(value.result), 9);
          known.quotients += 1;
        }
      }),
    );
  expect(known.sums).toBeGreaterThan(20);
  expect(known.quotients).toBeGreaterThan(20);
});

test.each([
  ['2026-01', 'month.csv'],
  ['2025-12', 'constructor'],
  ['2025-12', 'month.exe'],
])('%s has no %s', async (month, file) => {
  const write = await openMonths(1);
  expect(await write(month, file)).toBeNull();
});
