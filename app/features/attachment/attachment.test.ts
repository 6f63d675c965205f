import { expect, test } from 'vitest';
import { downloadDisposition, isOrdinary, judgeFile, kindOfFile, safeName } from './attachment.ts';
import { sniffFile } from './sniff-file.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const opaque = 'application/octet-stream';
const judge = async (name: string, bytes: Uint8Array | string) => {
  const content = Buffer.from(bytes as Uint8Array);
  return judgeFile(name, content.length, await sniffFile(content));
};

test.each<[string, string, Uint8Array | string, string]>([
  ['a picture', 'screen.png', png, 'image/png'],
  ['a picture under another name', 'screen.pdf', png, 'image/png'],
  ['a text', 'note.txt', 'Добрый день', 'text/plain'],
  ['a table', 'bill.csv', 'a;b\n1;2\n', 'text/plain'],
  ['a page called a text', 'note.txt', '<html><script>alert(1)</script>', opaque],
  ['a page', 'page.html', '<!doctype html><p>', opaque],
  ['a drawing', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', opaque],
  [
    'a drawing called a picture',
    'logo.png',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    opaque,
  ],
  ['markup after a blank', 'note.txt', '   \n<script>alert(1)</script>', opaque],
  ['bytes of no kind', 'dump.bin', Buffer.from([1, 2, 3, 255]), opaque],
])('%s is kept for what it is', async (_what, name, bytes, type) => {
  expect(await judge(name, bytes)).toEqual({ ok: true, type });
});

test.each<[string, string, Uint8Array | string, string]>([
  ['a program', 'setup.exe', exe, 'runs'],
  ['a program under another name', 'photo.jpg', exe, 'runs'],
  ['a script by name', 'price.pdf.js', 'var a', 'runs'],
  ['a script behind an invisible letter', 'photo.e\u200bxe', 'text', 'runs'],
  ['a script behind a turned name', 'photo\u202egpj.exe', 'text', 'runs'],
  ['a script behind a last dot', 'photo.exe. ', 'text', 'runs'],
  ['nothing', 'empty.txt', '', 'empty'],
  ['too much', 'film.bin', Buffer.alloc(20 * 1024 * 1024 + 1), 'too-large'],
])('%s is not taken', async (_what, name, bytes, reason) => {
  expect(await judge(name, bytes)).toEqual({ ok: false, reason });
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system.ini', 'system.ini'],
  ['a\r\nContent-Type: text/html', 'html'],
  ['', 'file'],
  ['...', 'file'],
  ['.htaccess', 'htaccess'],
  ['счёт за май.pdf', 'счёт за май.pdf'],
  [`${'я'.repeat(20_000)}.pdf`, `${'я'.repeat(116)}.pdf`],
])('%.20j is offered as %.20j', (name, expected) => {
  expect(safeName(name)).toBe(expected);
});

test('a download names itself in any language and breaks no header', () => {
  expect(downloadDisposition('счёт "1".pdf')).toBe(
    `attachment; filename="____ _1_.pdf"; filename*=UTF-8''%D1%81%D1%87%D1%91%D1%82%20_1_.pdf`,
  );
  expect(downloadDisposition('a\r\nX: y')).not.toMatch(/[\r\n]/);
});

test('the public form takes pictures and papers', () => {
  const taken = ['image/jpeg', 'application/pdf', 'text/plain', 'audio/mpeg'].map(isOrdinary);
  expect(taken).toEqual([true, true, true, true]);
  expect([opaque, 'application/zip', 'text/html', 'image/svg+xml'].some(isOrdinary)).toBe(false);
});

test.each([
  ['image/png', 'image'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'table'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document'],
  ['application/zip', 'archive'],
  ['text/plain', 'text'],
  ['application/octet-stream', 'other'],
  ['', 'other'],
])('a file of %s is called: %s', (type, kind) => {
  expect(kindOfFile(type)).toBe(kind);
});
