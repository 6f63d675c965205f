import { expect, test } from 'vitest';
import { countAll } from '#app/features/metric/count-changes.ts';
import { commit } from '#db/commit.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { loader as openReport } from './own-report.tsx';
import { action as change } from './own-report-definition.ts';
import { loader as readFile } from './own-report-file.ts';
import { loader as openBuilder } from './own-report-new.tsx';
import { action as remove } from './own-report-removal.ts';
import { action as save } from './own-report-saving.ts';
import { loader as openReports } from './own-reports.tsx';
import { loader as openBehind } from './report-open.tsx';

const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const definition = {
  metrics: ['offered', 'serviceLevel'],
  by: null,
  where: null,
  period: { kind: 'dates', from: '2026-02-02', to: '2026-02-15' },
  step: 'week',
};
const hostile = '=HYPERLINK("http://127.0.0.1")';

const call = (id: string, day: string, waitMs: number) => ({
  id,
  channel: 'call' as const,
  direction: 'inbound' as const,
  agentId: 'agent-1',
  startedAt: new Date(`2026-02-${day}T09:00:00Z`),
  endedAt: new Date(`2026-02-${day}T09:05:00Z`),
  waitMs,
  talkMs: 60_000,
  createdAt: new Date(`2026-02-${day}T09:00:00Z`),
});

async function openOwn() {
  const desk = await openTestDesk();
  const visit = async (given: Parameters<typeof desk.enter>[0], page: unknown) =>
    (page as (args: never) => Promise<unknown>)((await desk.enter(given)) as never);
  const keep = async (role: 'lead' | 'manager', part: object) => {
    const json = { name: hostile, sharing: 'staff', definition, ...part };
    const saved = await visit({ role, path: '/report/own/saving', json }, save);
    return (saved as { done?: { id: string } }).done?.id ?? '';
  };
  return { ...desk, visit, keep };
}

test('what was built is counted week by week, and written into files that are no formula', async () => {
  const { db, visit, keep, services } = await openOwn();
  await commit(db, [
    db.insert(contacts).values([call('a', '03', 5000), call('b', '04', 90_000), call('c', '15', 5000)]),
  ]);
  await countAll(db, services.now(), 'Europe/Moscow');
  const ownReportId = await keep('manager', { sharing: 'client' });
  const asked = { path: '/report/own', params: { ownReportId, ownReportFile: 'report.csv' } };
  const shown = await visit({ role: 'client', ...asked }, openReport);
  const figure = (numerator: number, denominator: number | null) =>
    expect.objectContaining({ numerator, denominator });
  expect(shown).toMatchObject({
    view: {
      mayChange: false,
      figures: {
        rows: [
          { step: '2026-02-02/2026-02-08', figures: [figure(2, null), figure(1, 2)] },
          { step: '2026-02-09/2026-02-15', figures: [figure(1, null), figure(1, 1)] },
        ],
      },
    },
  });
  const csv = await ((await visit({ role: 'client', ...asked }, readFile)) as Response).text();
  expect(csv).not.toMatch(/(^|;|\n)"?=/m);
  expect(csv).toContain('2026-02-02 – 2026-02-08');
  for (const ownReportFile of ['report.xlsx', 'report.pdf']) {
    const params = { ownReportId, ownReportFile };
    const file = (await visit({ role: 'client', path: '/f', params }, readFile)) as Response;
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(2000);
  }
  const params = { ownReportId, ownReportFile: '../month.csv' };
  await expect(visit({ role: 'client', path: '/f', params }, readFile)).rejects.toEqual(status(404));
});

test('a number of one group taken apart by another opens the list of both', async () => {
  const { db, services, visit } = await openOwn();
  await commit(db, [db.insert(contacts).values([call('a', '03', 5000), call('b', '04', 90_000)])]);
  await countAll(db, services.now(), 'Europe/Moscow');
  const asked = 'metric=offered&by=agent&of=channel&key=call&from=2026-02-01&to=2026-02-28';
  const built = await visit({ role: 'lead', path: `/report/own/new?${asked}` }, openBuilder);
  const figure = {
    numerator: 2,
    dimension: 'agent',
    key: 'agent-1',
    within: { dimension: 'channel', key: 'call' },
  };
  expect(built).toMatchObject({ view: { figures: { rows: [{ figures: [figure] }] } } });
  const list = (only: string) => {
    const search = `metric=offered&by=agent&key=agent-1&of=channel&only=${only}&from=2026-02-01&to=2026-02-28`;
    return visit({ role: 'lead', path: `/report/open?${search}` }, openBehind);
  };
  expect(await list('call')).toMatchObject({ view: { total: { n: 2 } } });
  expect(await list('email')).toMatchObject({ view: { total: { n: 0 } } });
});

test('a client company sees only what was opened to it, and builds nothing', async () => {
  const { visit, keep } = await openOwn();
  const ownReportId = await keep('lead', { definition: { ...definition, by: 'agent' }, name: 'Люди' });
  const asked = { path: '/report/own', params: { ownReportId, ownReportFile: 'report.csv' } };
  expect(await visit({ role: 'client', ...asked }, openReports)).toEqual({
    view: { mayBuild: false, reports: [] },
  });
  for (const page of [openReport, readFile])
    await expect(visit({ role: 'client', ...asked }, page)).rejects.toEqual(status(404));
  await expect(visit({ role: 'client', path: '/report/own/new' }, openBuilder)).rejects.toEqual(status(403));
  for (const role of ['client', 'agent'] as const) {
    const json = { name: 'Мой', sharing: 'own', definition };
    expect(await visit({ role, path: '/report/own/saving', json }, save)).toEqual(status(403));
    await expect(visit({ role, ...asked, json }, change)).rejects.toEqual(status(404));
    await expect(visit({ role, ...asked, form: '' }, remove)).rejects.toEqual(status(404));
  }
  await expect(visit({ role: 'agent', path: '/report/own' }, openReports)).rejects.toEqual(status(403));
});

test.each([
  ['?metric=toString&count=4&unit=week', { metrics: 'metric' }],
  ['?metric=offered&from=2026-02-02&to=2026-02-01', { to: 'later-than' }],
  ['?metric=offered&from=2016-01-01&to=2025-12-31&step=day&by=agent', { to: 'period-long' }],
  ["?metric=offered&count='&unit=%00", { count: 'count', unit: 'required' }],
])('the builder says what is wrong with %s, and counts nothing', async (search, faults) => {
  const { visit } = await openOwn();
  const view = await visit({ role: 'lead', path: `/report/own/new${search}` }, openBuilder);
  expect(view).toMatchObject({ view: { faults, figures: null } });
});

test('the builder begins with something, and leaves the report of another alone', async () => {
  const { visit, keep } = await openOwn();
  const path = '/report/own/new';
  expect(await visit({ role: 'lead', path }, openBuilder)).toMatchObject({
    view: { faults: {}, report: null },
  });
  const id = await keep('manager', { sharing: 'own' });
  await expect(visit({ role: 'lead', path: `${path}?report=${id}` }, openBuilder)).rejects.toEqual(
    status(404),
  );
});
