import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { drawLines } from './draw-lines.ts';
import type { PdfDocument, PdfPart, PdfTable } from './pdf-document.ts';

const mark = { dimmed: '#5c6570', line: '#c9ced6', head: '#eef1f5' };
const mm = (length: number) => (length * 72) / 25.4;
/** A word beyond this is broken anywhere, so that it does not run off the page. */
const longestWord = 30;

/**
 * Controls draw nothing, and marks of direction make a text read otherwise than it was checked. A half of a surrogate
 * pair cannot be written.
 */
const plain = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (found) =>
      found === '\n' ? found : '',
    );

function words(text: string) {
  const isLong = text.split(/\s/).some((word) => word.length > longestWord);
  return { text: plain(text), ...(isLong && { wordBreak: 'break-all' as const }) };
}

/** What is kept whole and does not fit on a page would be lost below its end. */
const isShort = (cell: string) => cell.length <= 200 && cell.split('\n').length <= 10;

function layOutTable({ columns, rows }: PdfTable): Content {
  const cell = (text: string, at: number) => ({
    ...words(text),
    alignment: columns[at]?.isNumber ? ('right' as const) : ('left' as const),
  });
  const head = columns.map(({ title }, at) => ({ ...cell(title, at), bold: true, fillColor: mark.head }));
  const body = rows.map((row) => columns.map((_, at) => cell(row[at] ?? '', at)));
  const widths = columns.map(({ width }) => (width === 'fit' ? 'auto' : width === 'share' ? '*' : width));
  return {
    table: { headerRows: 1, dontBreakRows: rows.flat().every(isShort), widths, body: [head, ...body] },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => mark.line,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    margin: [0, 2, 0, 8],
  };
}

function layOutPart(part: Exclude<PdfPart, { kind: 'new-page' }>, width: number): Content {
  if (part.kind === 'table') return layOutTable(part);
  if (part.kind === 'line-chart') return { canvas: drawLines(part, width), margin: [0, 2, 0, 4] };
  if (part.kind === 'heading') return { ...words(part.text), bold: true, fontSize: 13, margin: [0, 8, 0, 4] };
  const colour = part.isDimmed ? { color: mark.dimmed } : {};
  return { ...words(part.text), ...colour, margin: [part.at === 'right' ? width / 2 : 0, 0, 0, 6] };
}

/** Parts after a `new-page` begin one; two of them in a row, or one at an end, leave no empty page. */
function layOutParts(parts: readonly PdfPart[], width: number): Content[] {
  let isNew = false;
  return parts.flatMap((part, at) => {
    if (part.kind === 'new-page') {
      isNew = at > 0;
      return [];
    }
    const content = layOutPart(part, width);
    const placed = isNew ? [{ stack: [content], pageBreak: 'before' as const }] : [content];
    isNew = false;
    return placed;
  });
}

/** What the library draws. Every text of the document is a text there, whatever it holds. */
export function layOutPdf(document: PdfDocument): TDocumentDefinitions {
  const { title, language, isLandscape = false, fontSize = 10, madeAt } = document;
  const width = mm((isLandscape ? 297 : 210) - 35);
  const heading: Content = { ...words(title), bold: true, fontSize: 16, margin: [0, 0, 0, 8] };
  const content = layOutParts(document.parts, width);
  return {
    pageSize: 'A4',
    pageOrientation: isLandscape ? 'landscape' : 'portrait',
    pageMargins: [mm(20), mm(15), mm(15), mm(18)],
    language,
    info: { title: plain(title), creationDate: madeAt },
    defaultStyle: { font: 'Roboto', fontSize, lineHeight: 1.15 },
    ...(document.hasPageNumbers !== false && {
      footer: (page: number, pages: number) => ({
        text: `${page} / ${pages}`,
        alignment: 'right',
        margin: [0, 0, mm(15), 0],
        fontSize: 8,
        color: mark.dimmed,
      }),
    }),
    content: [...(document.isTitleDrawn === false ? [] : [heading]), ...content],
  };
}
