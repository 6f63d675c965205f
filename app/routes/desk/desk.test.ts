import { expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { accessLog, savedViews } from '#db/tenant/schema/desk.ts';
import { fullNumber, openTestDesk } from '#tests/setup/desk-visit.ts';
import * as batchChoices from './batch-choices.ts';
import * as batchList from './batch-list.tsx';
import * as cancellation from './cancellation.ts';
import * as cancellations from './cancellations.ts';
import * as draft from './draft.ts';
import * as home from './home.tsx';
import * as layout from './layout.tsx';
import * as line from './line.tsx';
import * as numberReveal from './number-reveal.ts';
import * as request from './request.tsx';
import * as requestList from './request-list.tsx';
import * as search from './search.ts';
import * as settlement from './settlement.ts';
import * as viewRemoval from './view-removal.ts';
import * as views from './views.ts';

// The generated types ask for each route's own parameters; a test gives them by hand.
type Route = (args: never) => unknown;
const call = async (route: Route, given: unknown) =>
  route(given as never) as Promise<Record<string, unknown>>;
const staff: Role[] = ['agent', 'lead', 'manager'];
const everyone: Role[] = [...staff, 'client'];
const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });

test('the desk of a client company one does not work for is not there', async () => {
  const desk = await openTestDesk();
  for (const slug of [desk.foreignSlug, 'nowhere', '']) {
    await expect(desk.enter({ role: 'lead', path: '/desk/requests' }, slug)).rejects.toEqual(status(404));
  }
});

test.each([
  ['agent', 'desk/cases'],
  ['lead', 'desk/cases'],
  ['manager', 'plan/morning'],
  ['client', 'report'],
] as const)('%s begins with %s', async (role, area) => {
  const desk = await openTestDesk();
  const answer = (await call(home.loader, await desk.enter({ role, path: '' }))) as unknown as Response;
  expect(answer.headers.get('Location')).toBe(`/t/tenant-1/${area}`);
});

test.each(everyone)('%s sees no full number in the frame, the list and the request', async (role) => {
  const desk = await openTestDesk();
  const params = { requestId: desk.request.id };
  const list = await call(requestList.loader, await desk.enter({ role, path: '/desk/requests' }));
  const one = await call(request.loader, await desk.enter({ role, path: '', params }));
  const frame = await call(layout.loader, await desk.enter({ role, path: '/desk/requests' }));
  expect(list.items).toEqual([expect.objectContaining({ maskedNumber: '+7 9•• •••-45-67' })]);
  expect(JSON.stringify([list, one, frame])).not.toContain(fullNumber);
});

test.each(staff)('%s sees no full number on the card and in the search', async (role) => {
  const desk = await openTestDesk();
  const card = await call(
    line.loader,
    await desk.enter({ role, path: '', params: { lineId: desk.line.id } }),
  );
  const found = await call(search.loader, await desk.enter({ role, path: '/desk/search?q=серова' }));
  expect(found.lines).toEqual([expect.objectContaining({ lineId: desk.line.id })]);
  expect(JSON.stringify([card, found])).not.toContain(fullNumber);
});

test('the client has no card, no search, no batches, no moves and no wire log', async () => {
  const desk = await openTestDesk('manual');
  const params = { lineId: desk.line.id, requestId: desk.request.id };
  for (const loader of [line.loader, search.loader, batchList.loader]) {
    const given = await desk.enter({ role: 'client', path: '/desk?q=серова', params });
    await expect(call(loader, given)).rejects.toEqual(status(403));
  }
  const { detail } = await call(request.loader, await desk.enter({ role: 'client', path: '', params }));
  expect(detail).toMatchObject({ moves: [], wire: null, lineId: null, instructions: null });
});

test.each([
  [request.loader, 'requestId'],
  [line.loader, 'lineId'],
])('what is not there is a page that is not there', async (loader, name) => {
  const desk = await openTestDesk();
  const given = await desk.enter({ role: 'lead', path: '', params: { [name]: crypto.randomUUID() } });
  await expect(call(loader, given)).rejects.toEqual(status(404));
});

test('a full number is shown once its reason is in the access log', async () => {
  const desk = await openTestDesk();
  const params = { lineId: desk.line.id };
  const ask = async (role: Role, json: unknown) =>
    call(numberReveal.action, await desk.enter({ role, path: '', params, json }));
  expect(await ask('agent', { reason: ' ' })).toEqual(status(422));
  expect(await ask('client', { reason: 'из любопытства' })).toEqual(status(403));
  expect(await desk.db.select().from(accessLog)).toEqual([]);
  expect(await ask('agent', { reason: 'перезвонить' })).toEqual({ number: '+7 916 123-45-67' });
  expect(await desk.db.select().from(accessLog)).toMatchObject([
    { reason: 'перезвонить', subscriberId: desk.line.subscriberId, field: `msisdn:${desk.line.id}` },
  ]);
});

test('a request is cancelled once; the second time it is refused', async () => {
  const desk = await openTestDesk();
  const cancel = async () =>
    call(
      cancellation.action,
      await desk.enter({
        role: 'agent',
        path: '',
        params: { requestId: desk.request.id },
        json: { words: 'не нужно' },
      }),
    );
  expect(await cancel()).toEqual({ ok: true });
  expect(await cancel()).toEqual(status(409));
});

test('of the selected requests those are cancelled that can be', async () => {
  const desk = await openTestDesk();
  const json = { requestIds: [desk.request.id, crypto.randomUUID()] };
  const given = await desk.enter({ role: 'agent', path: '', json });
  expect(await call(cancellations.action, given)).toEqual({ done: 1, refused: 1 });
});

test('only what lies with a person is settled by one, and with words', async () => {
  const settle = async (state: 'queued' | 'manual', json: unknown) => {
    const desk = await openTestDesk(state);
    const params = { requestId: desk.request.id };
    return call(settlement.action, await desk.enter({ role: 'agent', path: '', params, json }));
  };
  expect(await settle('manual', { result: 'done', words: 'сделано в кабинете' })).toEqual({ ok: true });
  expect(await settle('manual', { result: 'done', words: '' })).toEqual(status(422));
  expect(await settle('queued', { result: 'done', words: 'сделано в кабинете' })).toEqual(status(409));
});

test('a draft that cannot be read names its fields', async () => {
  const desk = await openTestDesk();
  const params = { lineId: desk.line.id };
  const payload = { kind: 'sim.replace', iccid: '1', imsi: '2' };
  const json = { formToken: crypto.randomUUID(), payload };
  const refused = await call(draft.action, await desk.enter({ role: 'agent', path: '', params, json }));
  expect(refused).toMatchObject({
    data: { faults: { iccid: 'iccid', imsi: 'imsi' } },
    init: { status: 422 },
  });
  const form = await desk.enter({ role: 'agent', path: '', params, form: 'payload=x' });
  await expect(call(draft.action, form)).rejects.toEqual(status(415));
});

test('a list in which nobody is known is refused beside the list, and the page stays', async () => {
  const desk = await openTestDesk();
  const json = { carrier: 'mts', list: 'номер\n+7 999 000-00-00', kind: 'option.connect' };
  const refused = await call(batchChoices.action, await desk.enter({ role: 'lead', path: '', json }));
  expect(refused).toMatchObject({ data: { error: { code: 'nothing-to-do' } }, init: { status: 422 } });
});

test('a view is one’s own: saved once a name, removed by nobody else', async () => {
  const desk = await openTestDesk();
  const form = 'name=Мои&query=%3Fstate%3Dmanual%26before%3Dx%26evil%3D1';
  const save = async (role: Role) => call(views.action, await desk.enter({ role, path: '', form }));
  expect(await save('agent')).toEqual({ ok: true });
  expect(await save('agent')).toEqual(status(422));
  const [view] = await desk.db.select().from(savedViews);
  expect(view?.query).toBe('?state=manual');
  const remove = async (role: Role) =>
    call(
      viewRemoval.action,
      await desk.enter({ role, path: '', params: { viewId: view?.id ?? '' }, form: '' }),
    );
  await remove('lead');
  expect(await desk.db.select().from(savedViews)).toHaveLength(1);
  await remove('agent');
  expect(await desk.db.select().from(savedViews)).toHaveLength(0);
});

test('the list is narrowed by what its address says', async () => {
  const desk = await openTestDesk();
  const count = async (query: string) => {
    const { items } = await call(
      requestList.loader,
      await desk.enter({ role: 'agent', path: `/desk/requests${query}` }),
    );
    return (items as unknown[]).length;
  };
  expect(await count('?q=серова')).toBe(1);
  expect(await count('?q=никто')).toBe(0);
  expect(await count(`?q=${desk.request.number}`)).toBe(1);
  expect(await count('?q=77')).toBe(0);
  expect(await count(`?state=${desk.request.state}&carrier=${desk.request.carrier}`)).toBe(1);
  expect(await count('?state=done')).toBe(0);
  expect(await count('?mine=1')).toBe(0);
  expect(await count(`?before=${desk.request.id}`)).toBe(0);
});
