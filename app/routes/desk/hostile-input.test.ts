import { expect, test } from 'vitest';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { commit } from '#db/commit.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { attachments } from '#db/tenant/schema/contact.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import * as attachment from './attachment.ts';
import * as classification from './case-classification.ts';
import * as goodwill from './case-goodwill.ts';
import * as split from './case-split.ts';
import * as contacts from './contacts.ts';
import * as incidentList from './incident-list.tsx';
import * as newArticle from './knowledge-new.tsx';
import * as macros from './macros.ts';
import * as uploadsRoute from './uploads.ts';
import * as views from './views.ts';

// The generated types ask for each route's own parameters; a test gives them by hand.
type Route = (args: never) => unknown;
const call = async (route: Route, given: unknown) => route(given as never) as Promise<unknown>;
const long = 'я'.repeat(20_000);
const token = () => crypto.randomUUID();
const formOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

async function openWithCase() {
  const desk = await openTestDesk();
  const now = desk.services.now();
  const opens = { kind: 'question' as const, subject: 'Вопрос' };
  const told = { channel: 'cabinet' as const, externalId: 'c-1', at: now, address: 'anna', body: 'Эй' };
  const heard = await hearSubscriber(desk.db, { ...told, opens }, now);
  if (!heard.ok) throw new Error(heard.error.code);
  const { caseId, messageId } = heard.value;
  return { desk, messageId, params: { caseId } };
}

const contact = { channel: 'call', direction: 'inbound', case: { kind: 'question', subject: long } };
const article = { slug: 'a-b', title: long, body: 'x', reviewAt: '2027-01-01', keywords: '', note: '' };
const outage = { title: long, banner: 'Чиним', slaTreatment: 'run', started: '', words: 'казань' };

test.each<[string, Route, { json: unknown } | { form: string }]>([
  ['an incident', incidentList.action, { form: formOf({ formToken: token(), ...outage }) }],
  [
    'the words of an incident',
    incidentList.action,
    { form: formOf({ ...outage, formToken: token(), title: 'Нет связи', words: long }) },
  ],
  ['a macro', macros.action, { json: { title: long, body: 'x', actions: {}, isShared: false } }],
  ['the subject of a contact', contacts.action, { json: { formToken: token(), ...contact } }],
  ['the subject of a case', classification.action, { json: { subject: long } }],
  ['the subject of what is split off', split.action, { json: { subject: long, messageIds: [token()] } }],
  [
    'the reason of a gift',
    goodwill.action,
    { json: { formToken: token(), kind: 'credit', amountKopecks: 1, reason: long } },
  ],
  ['an article', newArticle.action, { form: formOf(article) }],
  ['a view', views.action, { form: formOf({ name: long, query: '?state=open' }) }],
])(
  'twenty thousand letters for %s are refused beside the field, and nothing is written',
  async (_of, route, sent) => {
    const { desk, params } = await openWithCase();
    const count = async () => (await desk.db.$client.execute('select total_changes() as n')).rows[0]?.n;
    const before = await count();
    const answer = await call(route, await desk.enter({ role: 'lead', path: '', params, ...sent }));
    expect(answer).toMatchObject({ data: { faults: expect.any(Object) }, init: { status: 422 } });
    expect(await count()).toBe(before);
  },
);

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
test.each([
  ['a drawing', 'logo.svg', svg],
  ['a drawing called a picture', 'logo.png', svg],
  ['a page', 'page.html', '<!doctype html><script>alert(document.cookie)</script>'],
  ['a page with a name of 20,000 letters', `${long}.html`, '<html><body onload="alert(1)">'],
])('%s that an agent attaches is only ever saved, never shown', async (_what, name, content) => {
  const { desk, messageId, params } = await openWithCase();
  const body = new FormData();
  body.set('file', new File([content], name));
  const given = await desk.enter({ role: 'agent', path: '', params });
  const sent = new Request(given.request.url, { method: 'POST', body });
  const bytes = await sent.clone().arrayBuffer();
  const headers = {
    'Content-Type': sent.headers.get('Content-Type') ?? '',
    'Content-Length': `${bytes.byteLength}`,
  };
  const request = new Request(sent.url, { method: 'POST', body: bytes, headers });
  expect(await call(uploadsRoute.action, { ...given, request })).toMatchObject({
    file: { id: expect.any(String) },
  });
  const [kept] = await desk.db.select().from(uploads);
  if (!kept) throw new Error('Nothing was kept.');
  const { id, type, sizeBytes, sha256 } = kept;
  await commit(desk.db, [
    desk.db.insert(attachments).values({ id, messageId, name: kept.name, type, sizeBytes, sha256 }),
  ]);
  const visit = await desk.enter({ role: 'agent', path: '', params: { attachmentId: id } });
  const saved = (await call(attachment.loader, visit)) as Response;
  expect(saved.headers.get('Content-Type')).toBe('application/octet-stream');
  expect(saved.headers.get('Content-Disposition')).toMatch(/^attachment; /);
  expect(saved.headers.get('Content-Security-Policy')).toContain('sandbox');
  expect(saved.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(await saved.text()).toBe(content);
});
