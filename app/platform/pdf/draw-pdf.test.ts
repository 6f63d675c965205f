import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawPdf, pdfLimits } from './draw-pdf.ts';
import type { PdfDocument } from './pdf-document.ts';

const madeAt = new Date('2026-11-22T09:00:00Z');
const letter: PdfDocument = {
  title: 'Письма',
  language: 'ru',
  madeAt,
  parts: [
    { kind: 'paragraph', text: 'Щукиной Анне', at: 'right' },
    { kind: 'new-page' },
    { kind: 'paragraph', text: 'дальше' },
  ],
};

const textOf = (drawn: Uint8Array) => Buffer.from(drawn).toString('latin1');
const countPages = (drawn: Uint8Array) => textOf(drawn).match(/\/Type \/Page\b/g)?.length;

/** What the file's streams hold, its tables from glyphs to letters among them. */
function streamsOf(drawn: Uint8Array): string {
  const streams = textOf(drawn).matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g);
  return [...streams]
    .map(([, packed = '']) => inflateSync(Buffer.from(packed, 'latin1')).toString())
    .join('\n');
}

test('Russian letters are drawn by fonts inside the file, and can be searched', async () => {
  const drawn = await drawPdf(letter);
  expect(textOf(drawn)).toMatch(/^%PDF-1\.\d/);
  expect(countPages(drawn)).toBe(2);
  expect(textOf(drawn).match(/\/BaseFont \/\w+\+Roboto-\w+/g)?.length).toBeGreaterThan(0);
  expect(textOf(drawn)).toContain('/FontFile2');
  expect(streamsOf(drawn)).toContain('<0429>');
});

test('hostile text fetches, runs and reads nothing', async () => {
  const hostile = [
    'file:///etc/passwd',
    '/etc/passwd',
    'http://127.0.0.1/',
    ') /JS (app.alert(1)) /S /JavaScript',
  ];
  const drawn = await drawPdf({
    ...letter,
    title: ') /OpenAction << /S /JavaScript >>',
    parts: hostile.map((text) => ({ kind: 'paragraph', text })),
  });
  expect(textOf(drawn)).not.toMatch(/^\/OpenAction|^\/JS|\/URI|\/EmbeddedFile|^\/AA/m);
  expect(countPages(drawn)).toBe(1);
});

test('a cell that is longer than a page goes on on the next', async () => {
  const columns = [{ title: 'Текст', width: 100 }] as const;
  const rows = [['очень длинный текст '.repeat(300)]];
  expect(countPages(await drawPdf({ ...letter, parts: [{ kind: 'table', columns, rows }] }))).toBeGreaterThan(
    2,
  );
});

test('one that takes too long is stopped and says so, and the next is drawn', async () => {
  const slow = drawPdf(letter, { ...pdfLimits, drawMs: 1 });
  const next = drawPdf(letter);
  await expect(slow).rejects.toThrow(
    'The document "Письма" could not be drawn as PDF: it took more than 1 ms.',
  );
  expect(countPages(await next)).toBe(2);
});
