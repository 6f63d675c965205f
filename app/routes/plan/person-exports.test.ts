import { expect, test } from 'vitest';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { fullNumber, openTestDesk } from '#tests/setup/desk-visit.ts';
import { action as take } from './person-export-taking.ts';
import { loader as openPage } from './person-exports.tsx';

const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const form = `list=subscribers&format=csv&carrier=&from=&to=&reason=${encodeURIComponent('Сверка с биллингом')}`;

test('a manager takes a file and finds it among the past ones; those show no person', async () => {
  const { db, enter } = await openTestDesk();
  const file = await take((await enter({ role: 'manager', path: '/e', form })) as never);
  if (!(file instanceof Response)) throw new Error('No file came.');
  expect(await file.text()).toContain(fullNumber);
  expect(file.headers.get('Cache-Control')).toBe('private, no-store');
  const shown = await openPage((await enter({ role: 'manager', path: '/e' })) as never);
  expect(shown).toMatchObject({ view: { exports: [{ rows: 1, people: 1, by: 'manager' }] } });
  expect(JSON.stringify(shown)).not.toMatch(/9161234567|Серова/);
  expect(await db.select().from(accessLog)).toHaveLength(1);
});

test.each(['agent', 'lead', 'client'] as const)('a %s takes none and sees none', async (role) => {
  const { enter } = await openTestDesk();
  expect(await take((await enter({ role, path: '/e', form })) as never)).toEqual(status(403));
  const page = async () => openPage((await enter({ role, path: '/e' })) as never);
  await expect(page()).rejects.toEqual(status(403));
});

test('without a reason there is no file', async () => {
  const { enter } = await openTestDesk();
  const bare = form.replace(/reason=.*/, 'reason=');
  expect(await take((await enter({ role: 'manager', path: '/e', form: bare })) as never)).toEqual(
    status(422),
  );
});
