import { beforeEach, expect, test } from 'vitest';
import { switchWebForm } from '#app/features/web-form/switch-web-form.ts';
import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { formArrivals } from '#db/tenant/schema/arrival.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { attachments, messages } from '#db/tenant/schema/contact.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { routeCall } from '#tests/setup/route-call.ts';
import { addTenant, admin } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import * as form from './web-form.tsx';

let services: Services;
let clock: { pass(ms: number): void };
let db: TenantDb;
let tenantId: string;

beforeEach(async () => {
  ({ services, clock } = await createTestServices());
  tenantId = await addTenant(services, 1);
  db = await services.databases.openTenant(tenantId);
  await switchWebForm(services, { ...admin, roles: [...admin.roles] }, tenantId, true);
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { email: 'anna@mail.example' })),
    db.insert(lines).values(makeLine(1, { msisdn: '+79161234567' })),
  ]);
});

const filled = {
  name: 'Анна',
  email: '',
  phone: '8 916 123-45-67',
  subject: 'Не работает интернет',
  words: 'С утра нет интернета на телефоне.',
};
type Sent = Partial<typeof filled> & { formToken?: string; website?: string };
type Options = { files?: File[]; address?: string; slug?: string; length?: string | null };

async function send(sent: Sent = {}, options: Options = {}) {
  const { files = [], address = '10.0.0.1', slug = 'tenant-1', length } = options;
  const body = new FormData();
  const all = { formToken: crypto.randomUUID(), website: '', ...filled, ...sent };
  for (const [name, value] of Object.entries(all)) body.set(name, value);
  for (const file of files) body.append('file', file);
  const { context } = await routeCall(services, { path: `/f/${slug}`, address });
  const request = new Request(`http://localhost:4600/f/${slug}`, { method: 'POST', body });
  if (length !== null) request.headers.set('Content-Length', length ?? '1000');
  const args = { request, context, params: { tenantSlug: slug } };
  return form.action(args as never) as Promise<unknown>;
}
const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const refused = (code: string) => expect.objectContaining({ data: { error: { code } } });
const fault = (field: string, key: string) =>
  expect.objectContaining({ data: { faults: expect.objectContaining({ [field]: key }) } });

test('a form opens a case of whose number it is', async () => {
  expect(await send()).toEqual({ number: 1 });
  const [row] = await db.select().from(cases);
  expect(row).toMatchObject({ channel: 'web', subject: filled.subject, lineId: makeLine(1).id });
  const [message] = await db.select().from(messages);
  expect(message?.body).toContain('8 916 123-45-67');
});

test('the same form sent twice opens one case', async () => {
  const formToken = crypto.randomUUID();
  const answers = await Promise.all([send({ formToken }), send({ formToken })]);
  expect(answers).toEqual([{ number: 1 }, { number: 1 }]);
  expect(await db.select().from(cases)).toHaveLength(1);
});

test.each<[string, Sent, string | null]>([
  ['his number and no address', {}, makeSubscriber(1).id],
  ['his number and his address', { email: 'Anna@mail.example' }, makeSubscriber(1).id],
  ['his number and another’s address', { email: 'eve@evil.example' }, null],
  ['nothing of his', { phone: '', email: 'eve@evil.example' }, null],
])('with %s the case is of %3$j', async (_what, sent, subscriberId) => {
  await send(sent);
  expect((await db.select().from(cases))[0]?.subscriberId).toBe(subscriberId);
});

test.each<[string, Sent, string, string]>([
  ['a name of 20,000 letters', { name: 'я'.repeat(20_000) }, 'name', 'name'],
  ['a subject of 20,000 letters', { subject: 'я'.repeat(20_000) }, 'subject', 'long'],
  ['a text of 20,000 letters', { words: 'я'.repeat(20_000) }, 'words', 'long'],
  ['nowhere to answer', { phone: '', email: '' }, 'email', 'reachable'],
  ['a number that is none', { phone: 'x' }, 'phone', 'phone'],
  ['two addresses', { email: 'a@b.example,c@d.example' }, 'email', 'email'],
])('%s is told beside its field', async (_what, sent, field, key) => {
  expect(await send(sent)).toEqual(fault(field, key));
  expect(await db.select().from(cases)).toEqual([]);
});

test('files are kept for what they are', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await send({}, { files: [new File([png], '../снимок.html', { type: 'text/html' })] });
  const [file] = await db.select().from(attachments);
  expect(file).toMatchObject({ name: 'снимок.html', type: 'image/png' });
});

test.each([
  ['a page', [new File(['<script>'], 'a.txt')], 'file-kind'],
  ['a drawing', [new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg')], 'file-kind'],
  ['a program', [new File(['MZ'], 'a.exe')], 'file-runs'],
  ['six files', Array.from({ length: 6 }, (_, n) => new File(['x'], `${n}.txt`)), 'too-many-files'],
  ['a large one', [new File([Buffer.alloc(10 * 1024 * 1024 + 1, 65)], 'a.txt')], 'file-too-large'],
])('%s is not taken', async (_what, files, code) => {
  expect(await send({}, { files })).toEqual(refused(code));
  expect(await db.select().from(cases)).toEqual([]);
});

test('a machine that fills in everything is thanked and forgotten', async () => {
  expect(await send({ website: 'http://evil.example' })).toEqual({ number: 0 });
  expect(await db.select().from(formArrivals)).toEqual([]);
});

test('the sixth form in ten minutes is refused, from that address alone', async () => {
  for (let n = 0; n < 5; n += 1) expect(await send()).toEqual({ number: n + 1 });
  expect(await send()).toEqual(refused('too-many-forms'));
  expect(await send({}, { address: '10.0.0.2' })).toEqual({ number: 6 });
  clock.pass(11 * 60_000);
  expect(await send()).toEqual({ number: 7 });
});

test('who does not say how much he sends, or says too much, is not read', async () => {
  await expect(send({}, { length: null })).rejects.toEqual(status(411));
  await expect(send({}, { length: String(2 ** 30) })).rejects.toEqual(status(413));
});

test('a form that was closed, and one of nobody, are not there', async () => {
  await expect(send({}, { slug: 'nobody' })).rejects.toEqual(status(404));
  await switchWebForm(services, { ...admin, roles: [...admin.roles] }, tenantId, false);
  await expect(send()).rejects.toEqual(status(404));
});
