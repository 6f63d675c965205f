import exceljs from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutPdf } from '#app/platform/pdf/lay-out-pdf.ts';
import { writeXlsx } from '#app/platform/write-xlsx.ts';
import { reportCsv } from './report-csv.ts';
import type { ReportDocument, ReportFigure } from './report-document.ts';
import { reportPdf } from './report-pdf.ts';
import { reportSheets } from './report-sheets.ts';

const words = {
  figure: 'Показатель',
  value: 'Значение',
  numerator: 'Сколько',
  denominator: 'Из',
  interval: 'От и до',
  definition: 'Что считается',
  part: 'День',
  sheet: 'Лист',
  seconds: 'с',
  threshold: 'Порог',
};
const hostile = '=HYPERLINK("http://127.0.0.1";"x")\u202e';

function reportOf(figures: ReportFigure[], name = 'Отчёт'): ReportDocument {
  const series = [
    { title: name, unit: 'share' as const, points: [{ title: name, value: 0.5 }], threshold: 0.8 },
  ];
  const tables = [{ title: name, columns: [name], rows: [[name], [-2]] }];
  const section = { title: name, texts: [name], figures, series, tables };
  return { title: name, language: 'ru', madeAt: new Date(0), words, sections: [section] };
}

const answered: ReportFigure = {
  title: 'Отвечено вовремя',
  definition: 'Вовремя ÷ всего',
  unit: 'share',
  interval: [0.6, 0.9],
  numerator: 3,
  denominator: 4,
  parts: [
    { title: '1', numerator: 1, denominator: 2 },
    { title: '2', numerator: 2, denominator: 2 },
  ],
};

async function open(report: ReportDocument) {
  const book = new exceljs.Workbook();
  await book.xlsx.load((await writeXlsx(reportSheets(report))).buffer);
  return book;
}

test('a figure is a living quotient of living sums over the rows behind', async () => {
  const front = (await open(reportOf([answered]))).getWorksheet('Лист 1');
  const row = front?.getRow(6);
  expect(row?.getCell(1).value).toBe('Отвечено вовремя');
  expect(row?.getCell(2).value).toMatchObject({ formula: "SUM('Лист 2'!C2:C3)", result: 3 });
  expect(row?.getCell(3).value).toMatchObject({ formula: "SUM('Лист 2'!D2:D3)", result: 4 });
  expect(row?.getCell(4).value).toMatchObject({ formula: 'IF(C6=0,"",B6/C6)', result: 0.75 });
});

test('the rows a formula sums come to what it shows', () => {
  const part = fc.record({ title: fc.string(), numerator: fc.nat(9999), denominator: fc.nat(9999) });
  const sum = (parts: { numerator: number; denominator: number }[], key: 'numerator' | 'denominator') =>
    parts.reduce((all, one) => all + one[key], 0);
  fc.assert(
    fc.property(fc.array(fc.array(part, { minLength: 1, maxLength: 5 }), { maxLength: 4 }), (all) => {
      const figures = all.map((parts) => ({
        ...answered,
        unit: 'count' as const,
        parts,
        numerator: sum(parts, 'numerator'),
        denominator: sum(parts, 'denominator'),
      }));
      const [front, behind] = reportSheets(reportOf(figures));
      for (const cell of front?.rows.flat() ?? []) {
        if (cell === null || typeof cell !== 'object' || !('formula' in cell)) continue;
        const [, column, from, to] = /!([CD])(\d+):[CD](\d+)/.exec(cell.formula) ?? [];
        const rows = behind?.rows.slice(Number(from) - 1, Number(to)) ?? [];
        expect(rows.reduce((total, row) => total + Number(row[column === 'C' ? 2 : 3]), 0)).toBe(cell.result);
      }
    }),
  );
});

test('hostile names are formulas nowhere', async () => {
  const report = reportOf([{ ...answered, title: hostile, definition: hostile }], hostile);
  for (const sheet of (await open(report)).worksheets) {
    sheet.eachRow((row) =>
      row.eachCell(({ value }) => {
        if (typeof value === 'string') expect(value).not.toMatch(/^[=+@-]/);
        else if (typeof value === 'object')
          expect(value).toHaveProperty('formula', expect.not.stringMatching(/HYPER/));
      }),
    );
  }
  expect(reportCsv(report).replace(/^\uFEFF/, '')).not.toMatch(/(^|;|\n)"?=/m);
  expect(JSON.stringify(layOutPdf(reportPdf(report)).content)).not.toMatch(/\u202e|"link"|"image"/);
});

test('of nothing there is no quotient', () => {
  const nothing = { ...answered, numerator: 0, denominator: 0, parts: [], interval: null };
  expect(reportCsv(reportOf([nothing]))).toContain('"Отвечено вовремя";"";0;0;"";');
  expect(JSON.stringify(reportPdf(reportOf([nothing])))).toContain('"—"');
});
