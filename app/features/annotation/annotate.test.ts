import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { listAnnotations, listUnannotated } from '#db/tenant/queries/report-talk.ts';
import { incidents } from '#db/tenant/schema/incident.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { annotate, removeAnnotation } from './annotate.ts';

const now = new Date('2026-11-22T09:00:00Z');
const manager = { userId: 'olga', name: 'Ольга', roles: ['manager'] as const };
const client = { userId: 'ivan', name: 'Иван', roles: ['client'] as const };
const outage = { kind: 'outage', text: 'Авария на сети МТС', incidentId: '' } as const;
const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });

test('a note is on every chart that has a day of it, and on none once it is taken off', async () => {
  const { db } = await openTestTenant();
  const long = await annotate(
    { db, actor: manager, now },
    { ...outage, on: '2026-10-30', until: '2026-11-02' },
  );
  await annotate({ db, actor: manager, now }, { ...outage, on: '2026-11-10', until: '', kind: 'tariff' });
  const shown = async (from: string, to: string) =>
    (await listAnnotations(db, { from, to })).map(({ on }) => on);
  expect(await shown('2026-11-01', '2026-11-30')).toEqual(['2026-10-30', '2026-11-10']);
  expect(await shown('2026-11-03', '2026-11-09')).toEqual([]);
  expect(await shown('2026-11-10', '2026-11-10')).toEqual(['2026-11-10']);
  if (!long.ok) throw new Error('The note was refused.');
  expect(await removeAnnotation({ db, actor: manager, now }, long.value.id)).toEqual({
    ok: true,
    value: null,
  });
  expect(await removeAnnotation({ db, actor: manager, now }, long.value.id)).toEqual(
    refused('annotation-not-found'),
  );
  expect(await shown('2026-11-01', '2026-11-30')).toEqual(['2026-11-10']);
});

test('an incident is offered until it has its note, and gets one only; off the charts it is offered again', async () => {
  const { db } = await openTestTenant();
  const row = {
    id: 'i1',
    number: 7,
    title: 'МТС: нет связи',
    banner: 'Нет связи',
    match: {},
    slaTreatment: 'keep',
    version: 1,
    startedAt: new Date('2026-11-05T09:00:00Z'),
    createdBy: 'olga',
    createdAt: now,
  };
  await commit(db, [db.insert(incidents).values(row as never)]);
  const offered = async () =>
    (await listUnannotated(db, { from: new Date('2026-11-01'), before: now })).map(({ number }) => number);
  const note = () =>
    annotate({ db, actor: manager, now }, { ...outage, on: '2026-11-05', until: '', incidentId: 'i1' });
  expect(await offered()).toEqual([7]);
  const noted = await note();
  expect(await offered()).toEqual([]);
  expect(await note()).toEqual(refused('annotated-already'));
  if (noted.ok) await removeAnnotation({ db, actor: manager, now }, noted.value.id);
  expect(await offered()).toEqual([7]);
});

test('who may not, what is not there and what ends before it begins', async () => {
  const { db } = await openTestTenant();
  const given = { ...outage, on: '2026-11-05', until: '' };
  expect(await annotate({ db, actor: client, now }, given)).toEqual(refused('forbidden'));
  expect(await removeAnnotation({ db, actor: client, now }, 'none')).toEqual(refused('forbidden'));
  const desk = { db, actor: manager, now };
  expect(await annotate(desk, { ...given, until: '2026-11-04' })).toEqual(refused('annotation-ends-first'));
  expect(await annotate(desk, { ...given, incidentId: 'none' })).toEqual(refused('incident-not-found'));
});
