import type { ServerBuild } from 'react-router';
import { expect, test } from 'vitest';
import * as views from '#app/routes/desk/views.ts';
import { OutcomeUnknown } from '#db/commit.ts';
import { savedViews } from '#db/tenant/schema/desk.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { refuseFailedWrites } from './refuse-failed-writes.ts';

const route = (module: object) => ({ id: 'views', path: '', parentId: undefined, module });
const routesOf = (module: object) => ({ views: route(module) }) as unknown as ServerBuild['routes'];

test('on a full disk an action answers 507 and why, and works again when there is room', async () => {
  const desk = await openTestDesk();
  const logged: string[] = [];
  const log = { error: (_: object, text: string) => void logged.push(text) };
  const action = refuseFailedWrites(routesOf(views), log).views?.module.action;
  let turn = 0;
  const save = async () => {
    turn += 1;
    const form = new URLSearchParams({ name: `${turn}`, query: `?q=${'я'.repeat(150)}` }).toString();
    return action?.((await desk.enter({ role: 'agent', path: '', form })) as never, undefined);
  };
  expect(await save()).toEqual({ ok: true });
  const { rows } = await desk.db.$client.execute('PRAGMA page_count');
  await desk.db.$client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.page_count)}`);
  const answers = [];
  for (let n = 0; n < 18; n++) answers.push(await save());
  expect(answers.at(-1)).toMatchObject({ data: { error: { code: 'disk-full' } }, init: { status: 507 } });
  expect(new Set(logged)).toEqual(new Set(['A write failed.']));
  const stored = (await desk.db.select().from(savedViews)).length;
  expect(stored).toBe(1 + answers.length - logged.length);
  await desk.db.$client.execute('PRAGMA max_page_count = 1000000');
  expect(await save()).toEqual({ ok: true });
});

test('a write whose answer was lost is answered 503 and as such', async () => {
  const lost = routesOf({ action: () => Promise.reject(new OutcomeUnknown(new Error('the line broke'))) });
  const action = refuseFailedWrites(lost, { error: () => undefined }).views?.module.action;
  const answer = await action?.({ request: new Request('http://localhost/views') } as never, undefined);
  expect(answer).toMatchObject({ data: { error: { code: 'no-answer' } }, init: { status: 503 } });
});

test('any other fault of an action stays a fault', async () => {
  const broken = routesOf({ action: () => Promise.reject(new Error('a bug')) });
  const action = refuseFailedWrites(broken, { error: () => undefined }).views?.module.action;
  await expect(action?.({} as never, undefined)).rejects.toThrow('a bug');
});
