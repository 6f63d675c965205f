import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { getOwnReport, listOwnReports } from '#db/tenant/queries/own-reports.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import {
  changeOwnReport,
  OwnReportInput,
  removeOwnReport,
  restoreOwnReport,
  saveOwnReport,
} from './save-own-report.ts';

const now = new Date('2026-03-20T12:00:00Z');
const person = (userId: string, role: 'agent' | 'lead' | 'manager' | 'client'): Actor => ({
  userId,
  name: userId,
  roles: [role],
});
const [lead, other, manager] = [person('l1', 'lead'), person('l2', 'lead'), person('m1', 'manager')];
const client = person('c1', 'client');
const input = OwnReportInput.parse({
  name: 'Звонки',
  sharing: 'own',
  definition: {
    metrics: ['offered'],
    by: null,
    where: null,
    period: { kind: 'last', count: 4, unit: 'week' },
    step: 'week',
  },
});
const code = (text: string) => ({ ok: false, error: expect.objectContaining({ code: text }) });

async function open() {
  const { db } = await openTestTenant();
  const as = (actor: Actor) => ({ db, actor, now });
  const save = async (actor: Actor, part: Partial<typeof input> = {}) => {
    const saved = await saveOwnReport(as(actor), { ...input, ...part });
    if (!saved.ok) throw new Error(saved.error.code);
    return saved.value.id;
  };
  return { db, as, save };
}

test('a report of one’s own is changed, deleted and put back by its author, and is not there for another', async () => {
  const { db, as, save } = await open();
  const id = await save(lead);
  for (const stranger of [other, manager, client, person('a1', 'agent')]) {
    expect(await changeOwnReport(as(stranger), id, input)).toEqual(code('own-report-not-found'));
    expect(await removeOwnReport(as(stranger), id)).toEqual(code('own-report-not-found'));
  }
  expect(await changeOwnReport(as(lead), id, { ...input, name: 'Звонки по неделям' })).toMatchObject({
    ok: true,
  });
  expect(await removeOwnReport(as(lead), id)).toMatchObject({ ok: true });
  expect(await listOwnReports(db)).toEqual([]);
  expect(await removeOwnReport(as(lead), id)).toEqual(code('own-report-not-found'));
  expect(await restoreOwnReport(as(other), id)).toEqual(code('own-report-not-found'));
  expect(await restoreOwnReport(as(lead), id)).toMatchObject({ ok: true });
  expect(await listOwnReports(db)).toMatchObject([{ id, name: 'Звонки по неделям' }]);
});

test('only a manager shows a report to the client company, and none that names people', async () => {
  const { as, save } = await open();
  const shown = { ...input, sharing: 'client' as const };
  expect(await saveOwnReport(as(lead), shown)).toEqual(code('forbidden'));
  expect(await saveOwnReport(as(client), input)).toEqual(code('forbidden'));
  const byPeople = { ...shown, definition: { ...input.definition, by: 'agent' as const } };
  expect(await saveOwnReport(as(manager), byPeople)).toEqual(code('report-names-people'));
  const ofOne = {
    ...shown,
    definition: { ...input.definition, where: { dimension: 'agent' as const, key: 'l1' } },
  };
  expect(await saveOwnReport(as(manager), ofOne)).toEqual(code('report-names-people'));
  const id = await save(manager, shown);
  expect(await changeOwnReport(as(manager), id, byPeople)).toEqual(code('report-names-people'));
  expect(await removeOwnReport(as(lead), id)).toEqual(code('forbidden'));
  expect(await removeOwnReport(as(client), id)).toEqual(code('forbidden'));
});

test('of two who change one report at once, one is told', async () => {
  const { db, as, save } = await open();
  const id = await save(lead, { sharing: 'staff' });
  expect(await changeOwnReport(as(other), id, input)).toEqual(code('forbidden'));
  const both = await Promise.all(
    [lead, manager].map((actor) => changeOwnReport(as(actor), id, { ...input, name: actor.userId })),
  );
  expect(both.map((one) => (one.ok ? 'changed' : one.error.code)).toSorted()).toEqual([
    'changed',
    'conflict',
  ]);
  expect(await getOwnReport(db, id)).toMatchObject({ name: both[0]?.ok ? 'l1' : 'm1' });
});
