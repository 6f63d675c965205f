import { expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { createArticle } from '#app/features/knowledge/create-article.ts';
import { getArticle, listReads } from '#db/tenant/queries/knowledge.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import * as archiving from './knowledge-archiving.ts';
import * as publication from './knowledge-publication.ts';
import * as reading from './knowledge-reading.ts';
import * as search from './knowledge-search.ts';

// The generated types ask for each route's own parameters; a test gives them by hand.
type Route = (args: never) => unknown;
const call = async (route: Route, given: unknown) =>
  route(given as never) as Promise<Record<string, unknown>>;
const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });

async function openWithDraft() {
  const desk = await openTestDesk();
  const lead = { userId: 'lead-1', name: 'Вера', roles: ['lead' as const] };
  const made = await createArticle(
    { db: desk.db, actor: lead, now: desk.services.now() },
    {
      slug: 'zamena-sim',
      carrier: null,
      title: 'Замена SIM-карты',
      keywords: 'симка',
      body: 'Нужен паспорт владельца.',
      isRequired: true,
      validFrom: null,
      validUntil: null,
      reviewAt: new Date('2027-09-01T00:00:00Z'),
      note: '',
    },
  );
  if (!made.ok) throw new Error(made.error.code);
  const params = { articleId: made.value.id };
  const visit = async (route: Route, role: Role, form = '', path = '') =>
    call(route, await desk.enter({ role, path, params, ...(path === '' ? { form } : {}) }));
  const find = async (role: Role, text: string) => {
    const path = `/desk/knowledge/search?q=${encodeURIComponent(text)}`;
    const { hits } = await visit(search.loader, role, '', path);
    return (hits as { ref: string }[]).map(({ ref }) => ref);
  };
  return { desk, id: made.value.id, visit, find };
}

test('what a lead publishes everybody of the desk finds, by another form of its words', async () => {
  const { id, visit, find } = await openWithDraft();
  expect(await find('agent', 'заменить симку')).toEqual([]);
  expect(await visit(publication.action, 'lead')).toEqual({ ok: true });
  for (const role of ['agent', 'lead', 'manager'] as const) {
    expect(await find(role, 'заменить симку')).toEqual([id]);
  }
  expect(await visit(publication.action, 'lead')).toEqual(status(409));
  expect(await visit(archiving.action, 'lead')).toEqual({ ok: true });
  expect(await find('agent', 'заменить симку')).toEqual([]);
});

test('an agent publishes nothing; a client company neither searches nor reads', async () => {
  const { desk, id, visit, find } = await openWithDraft();
  for (const role of ['agent', 'client'] as const) {
    expect(await visit(publication.action, role)).toEqual(status(403));
    expect(await visit(archiving.action, role)).toEqual(status(403));
  }
  expect((await getArticle(desk.db, id))?.state).toBe('draft');
  await expect(find('client', 'симка')).rejects.toEqual(status(403));
  expect(await visit(reading.action, 'client', 'version=1')).toEqual(status(403));
});

test('who confirms that he read a version is named with it, once', async () => {
  const { desk, id, visit } = await openWithDraft();
  await visit(publication.action, 'lead');
  const version = (await getArticle(desk.db, id))?.version ?? 0;
  expect(await visit(reading.action, 'agent', `version=${version}`)).toEqual({ ok: true });
  expect(await visit(reading.action, 'agent', `version=${version}`)).toEqual({ ok: true });
  expect(await listReads(desk.db, id, version)).toHaveLength(1);
  expect(await visit(reading.action, 'agent', 'version=последняя')).toEqual(status(422));
});

test('an article that is not there is a page that is not there', async () => {
  const { desk } = await openWithDraft();
  const params = { articleId: crypto.randomUUID() };
  for (const [route, form] of [
    [publication.action, ''],
    [reading.action, 'version=1'],
  ] as const) {
    await expect(call(route, await desk.enter({ role: 'lead', path: '', params, form }))).rejects.toEqual(
      status(404),
    );
  }
});

test('neither twenty thousand letters nor operators do a search any harm', async () => {
  const { id, find, visit } = await openWithDraft();
  await visit(publication.action, 'lead');
  expect(await find('agent', `симка ${'я'.repeat(20_000)}`)).toEqual([id]);
  expect(await find('agent', '"*() AND NEAR — ^симка')).toEqual([id]);
});
