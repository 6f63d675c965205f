import { expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { commit } from '#db/commit.ts';
import { listDrafts } from '#db/tenant/queries/case-detail.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import * as caseRoute from './case.tsx';
import * as caseDraft from './case-draft.ts';

// The generated types ask for each route's own parameters; a test gives them by hand.
type Route = (args: never) => unknown;
const call = async (route: Route, given: unknown) =>
  route(given as never) as Promise<Record<string, unknown>>;
const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });

async function openWithCase() {
  const desk = await openTestDesk();
  const now = desk.services.now();
  const opens = { kind: 'question' as const, subject: 'Вопрос', subscriberId: desk.line.subscriberId };
  const told = { channel: 'cabinet' as const, externalId: 'c-1', at: now, address: 'anna', body: 'Эй' };
  const heard = await hearSubscriber(desk.db, { ...told, opens }, now);
  if (!heard.ok) throw new Error(heard.error.code);
  const params = { caseId: heard.value.caseId };
  const draft = async (role: Role, json: unknown) =>
    call(caseDraft.action, await desk.enter({ role, path: '', params, json }));
  const kept = async (role: Role) => {
    const { workplace } = await desk.enter({ role, path: '' });
    return (await listDrafts(desk.db, workplace.actor.userId, params.caseId)).map(({ kind, body }) => [
      kind,
      body,
    ]);
  };
  return { desk, params, draft, kept };
}

test('the last word of a draft is kept for who wrote it, beside his note, until it is empty', async () => {
  const { draft, kept } = await openWithCase();
  await draft('agent', { kind: 'reply', body: 'Добрый' });
  const saved = await draft('agent', { kind: 'reply', body: 'Добрый день' });
  expect(saved).toMatchObject({ done: { savedAt: expect.any(Date), strangers: [] } });
  await draft('agent', { kind: 'note', body: 'Звонил' });
  expect((await kept('agent')).toSorted()).toEqual([
    ['note', 'Звонил'],
    ['reply', 'Добрый день'],
  ]);
  expect(await kept('lead')).toEqual([]);
  await draft('agent', { kind: 'reply', body: '  ' });
  expect(await kept('agent')).toEqual([['note', 'Звонил']]);
});

test('a page that is opened again gives one’s own draft back, and no other’s', async () => {
  const { desk, params, draft } = await openWithCase();
  await draft('agent', { kind: 'reply', body: 'Недописанное' });
  const open = async (role: Role) =>
    JSON.stringify(
      await call(caseRoute.loader, await desk.enter({ role, path: `/desk/cases/${params.caseId}`, params })),
    );
  expect(await open('agent')).toContain('Недописанное');
  expect(await open('lead')).not.toContain('Недописанное');
});

test('whose number stands in a draft is told, when it is not this subscriber’s', async () => {
  const { desk, draft } = await openWithCase();
  const other = makeSubscriber(2, { name: 'Пётр Другой' });
  const line = makeLine(2, { subscriberId: other.id, msisdn: '+79160000002' });
  await commit(desk.db, [desk.db.insert(subscribers).values(other), desk.db.insert(lines).values(line)]);
  const body = 'Ваш номер +7 916 000-00-02?';
  expect(await draft('agent', { kind: 'reply', body })).toMatchObject({
    done: { strangers: [{ who: 'Пётр Другой', client: null }] },
  });
});

test('no draft is longer than a reply, of another kind, in a case that is not there, or a client company’s', async () => {
  const { desk, draft, kept } = await openWithCase();
  expect(await draft('agent', { kind: 'reply', body: 'я'.repeat(20_000) })).toMatchObject({ done: {} });
  expect(await draft('agent', { kind: 'reply', body: 'я'.repeat(20_001) })).toEqual(status(422));
  expect(await draft('agent', { kind: 'letter', body: 'Эй' })).toEqual(status(422));
  expect(await draft('client', { kind: 'reply', body: 'Эй' })).toEqual(status(403));
  const params = { caseId: crypto.randomUUID() };
  const nowhere = await desk.enter({ role: 'agent', path: '', params, json: { kind: 'reply', body: 'Эй' } });
  await expect(call(caseDraft.action, nowhere)).rejects.toEqual(status(404));
  expect((await kept('agent')).map(([, body]) => body?.length)).toEqual([20_000]);
});
