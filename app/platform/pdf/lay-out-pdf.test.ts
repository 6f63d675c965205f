import { expect, test } from 'vitest';
import { layOutPdf } from './lay-out-pdf.ts';
import type { PdfPart } from './pdf-document.ts';

const sheet = { title: 'Письма', language: 'ru', madeAt: new Date('2026-11-22T09:00:00Z') } as const;
const layOut = (...parts: PdfPart[]) => layOutPdf({ ...sheet, isTitleDrawn: false, parts }).content;

test.each([
  ['mark-up', '<b>Иванов</b>', '<b>Иванов</b>'],
  ['other line ends', 'улица\r\nдом\rквартира', 'улица\nдом\nквартира'],
  ['controls and tabs', 'а\u0000б\u001bв\tг', 'абв г'],
  ['marks of direction', 'счёт \u202e00001\u202c', 'счёт 00001'],
  ['half of a pair', 'а\ud83d', 'а\ufffd'],
])('%s stay plain text', (_, text, drawn) => {
  expect(layOut({ kind: 'paragraph', text })).toMatchObject([{ text: drawn }]);
});

test('only a word that is too long is broken anywhere', () => {
  const content = layOut(
    { kind: 'paragraph', text: 'обычные слова' },
    { kind: 'paragraph', text: 'ы'.repeat(31) },
  );
  expect(content).toMatchObject([{}, { wordBreak: 'break-all' }]);
  expect(content).not.toMatchObject([{ wordBreak: 'break-all' }, {}]);
});

test.each<[string, PdfPart[], (string | undefined)[]]>([
  ['in front', [{ kind: 'new-page' }, { kind: 'heading', text: 'а' }], [undefined]],
  [
    'between, said twice, and behind',
    [
      { kind: 'heading', text: 'а' },
      { kind: 'new-page' },
      { kind: 'new-page' },
      { kind: 'heading', text: 'б' },
      { kind: 'new-page' },
    ],
    [undefined, 'before'],
  ],
])('new pages %s leave none empty', (_, parts, breaks) => {
  expect(layOut(...parts)).toEqual(
    breaks.map((pageBreak) =>
      pageBreak
        ? expect.objectContaining({ pageBreak })
        : expect.not.objectContaining({ pageBreak: 'before' }),
    ),
  );
});

test('a row has a cell for each column, and stays whole only where it is short', () => {
  const columns = [
    { title: 'Имя', width: 'share' },
    { title: 'Сумма', width: 'fit', isNumber: true },
  ] as const;
  const table = (...rows: string[][]) => layOut({ kind: 'table', columns, rows });
  expect(table(['Анна'])).toMatchObject([
    {
      table: {
        widths: ['*', 'auto'],
        headerRows: 1,
        dontBreakRows: true,
        body: [
          [{ text: 'Имя' }, {}],
          [{ text: 'Анна' }, { text: '', alignment: 'right' }],
        ],
      },
    },
  ]);
  expect(table(['Анна', 'а'.repeat(201)])).toMatchObject([{ table: { dontBreakRows: false } }]);
});

test('pages are numbered unless the document says no', () => {
  expect(layOutPdf({ ...sheet, parts: [] })).toHaveProperty('footer');
  expect(layOutPdf({ ...sheet, parts: [], hasPageNumbers: false })).not.toHaveProperty('footer');
});
