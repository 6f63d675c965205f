import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { parseMail } from './parse-mail.ts';

type Headers = Record<string, string>;
const write = (headers: Headers, body: Buffer | string) =>
  Buffer.concat([
    Buffer.from(
      `${Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\r\n')}\r\n\r\n`,
    ),
    Buffer.from(body as string),
  ]);
async function parse(raw: Uint8Array) {
  const parsed = await parseMail(raw);
  if (!parsed.ok) throw new Error(parsed.error.words);
  return parsed.value;
}
const word = 'Не работает интернет, ёлки-палки';
const from = 'Анна <Anna@Mail.example>';

test.each(['windows-1251', 'koi8-r', 'utf-8', 'iso-8859-5'])('Russian in %s is read', async (charset) => {
  const subject = `=?${charset}?B?${iconv.encode('Вопрос', charset).toString('base64')}?=`;
  const type = `text/plain; charset=${charset}`;
  const headers = { From: 'anna@mail.example', Subject: subject, 'Content-Type': type };
  const mail = await parse(write(headers, iconv.encode(word.replace('ё', 'е'), charset)));
  expect(mail).toMatchObject({ from: 'anna@mail.example', subject: 'Вопрос' });
  expect(mail.text).toBe(word.replace('ё', 'е'));
});

test('a charset that is a lie, or none that exists, still gives a text', async () => {
  for (const charset of ['x-unknown-8bit', 'utf-8', 'us-ascii', '"; drop']) {
    const type = `text/plain; charset=${charset}`;
    const mail = await parse(write({ From: from, 'Content-Type': type }, iconv.encode(word, 'windows-1251')));
    expect(mail.text.length, charset).toBeGreaterThan(5);
  }
});

test('a page becomes a text, and nothing of its script remains', async () => {
  const page = '<p>Добрый&nbsp;день</p><script>alert(1)</script><style>p{}</style>';
  const mail = await parse(write({ From: from, 'Content-Type': 'text/html; charset=utf-8' }, page));
  expect(mail.text).toContain('Добрый');
  expect(mail.text).not.toMatch(/script|alert|p\{/);
});

test.each([
  ['two senders in one field', { From: 'a@x.example, b@x.example' }, null],
  ['two fields of senders', { From: 'a@x.example', from: 'b@x.example' }, null],
  ['a name that is an address', { From: '"boss@volna.example" <eve@x.example>' }, 'eve@x.example'],
  ['no sender', { To: 'help@volna.example' }, null],
])('with %s the sender is %3$j', async (_what, headers, expected) => {
  expect((await parse(write(headers as Headers, 'x'))).from).toBe(expected);
});

test('a mail without anything is a mail', async () => {
  expect(await parse(Buffer.from(''))).toMatchObject({ from: null, text: '', subject: '', messageId: '' });
});

test('names of 20,000 letters are cut', async () => {
  const long = 'я'.repeat(20_000);
  const mail = await parse(write({ From: `${long} <a@x.example>`, Subject: long }, long.repeat(6)));
  expect([mail.fromName.length, mail.subject.length, mail.text.length]).toEqual([200, 200, 100_000]);
  expect(mail).toMatchObject({ from: 'a@x.example', isShortened: true });
});

test.each([
  ['inside', (n: number) => `Content-Type: multipart/mixed; boundary=b-${n}-\r\n\r\n--b-${n}-\r\n`],
  ['beside', () => 'Content-Type: image/png\r\n\r\nx\r\n--b\r\n'],
])('five thousand parts %s one another end, and the process goes on', async (_where, part) => {
  const parts = Array.from({ length: 5000 }, (_, n) => part(n)).join('');
  const head = `From: a@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n`;
  const parsed = await parseMail(Buffer.from(head + parts), { parseMs: 10_000, memoryMb: 256 });
  expect(parsed.ok ? parsed.value.attachments.length <= 30 : parsed.error.code === 'broken').toBe(true);
});

test('a mail that needs too much time or memory is given up', async () => {
  const slow = await parseMail(write({ From: from }, 'x'), { parseMs: 1, memoryMb: 256 });
  expect(slow).toMatchObject({ ok: false, error: { code: 'too-slow' } });
  const headers = { From: from, 'Content-Type': 'text/html' };
  const heap = await parseMail(write(headers, '<b>x</b>'.repeat(240_000)), { parseMs: 20_000, memoryMb: 12 });
  expect(heap).toMatchObject({ ok: false, error: { code: 'too-big-in-memory' } });
});

test('attachments come with their bytes, and not more than thirty', async () => {
  const part = (n: number) =>
    `--b\r\nContent-Type: image/svg+xml\r\nContent-Disposition: attachment; filename="${n}.svg"\r\n\r\n<svg onload="x"/>\r\n`;
  const parts = Array.from({ length: 40 }, (_, n) => part(n)).join('');
  const mail = await parse(
    write({ From: from, 'Content-Type': 'multipart/mixed; boundary=b' }, `${parts}--b--`),
  );
  expect([mail.attachments.length, mail.attachmentsLeftOut]).toEqual([30, 10]);
  expect(Buffer.from(mail.attachments[0]?.bytes ?? []).toString()).toBe('<svg onload="x"/>');
});

test('a head of 300 KB of one header does not take long', async () => {
  const mail = await parse(write({ From: from, References: '<a@b> '.repeat(50_000) }, 'x'));
  expect(mail.references.length).toBeLessThanOrEqual(20_000);
});
