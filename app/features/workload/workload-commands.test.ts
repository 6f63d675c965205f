import { beforeEach, expect, test } from 'vitest';
import { saveTerms } from '#app/features/staffing/save-terms.ts';
import { usualTerms } from '#app/features/staffing/terms.ts';
import type { TenantDb } from '#db/open.ts';
import { listCorrections, listMarkedDays, listStaffingTerms } from '#db/tenant/queries/workload.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { CorrectionInput, correctForecast, undoCorrection } from './correct-forecast.ts';
import { markDay, unmarkDay } from './mark-day.ts';
import { readMarks } from './read-marks.ts';

const now = new Date('2026-11-22T09:00:00Z');
let db: TenantDb;
beforeEach(async () => {
  ({ db } = await openTestTenant());
});
const manager = () => ({ db, now, actor: { userId: 'm', name: 'M', roles: ['manager' as const] } });
const lead = () => ({ ...manager(), actor: { userId: 'l', name: 'L', roles: ['lead' as const] } });
const mark = { on: '2026-12-01', queue: '' as const, kind: 'billing' as const, note: '' };
const correction = {
  queue: 'call:mts' as const,
  fromOn: '2026-11-30',
  toOn: '2026-12-01',
  fromMinute: 0,
  toMinute: 1440,
  percent: 20,
  reason: 'рассылка',
};
const span = { from: '2026-11-01', to: '2027-01-01' };

test('a day is marked once, and unmarked', async () => {
  const marked = await markDay(manager(), mark);
  expect(await markDay(manager(), { ...mark, kind: 'outage' })).toEqual({
    ok: false,
    error: { code: 'day-marked', on: '2026-12-01' },
  });
  await markDay(manager(), { ...mark, queue: 'call:mts', kind: 'campaign' });
  expect(await readMarks(db, 'call:mts')).toMatchObject([{ kind: 'campaign' }]);
  expect(await readMarks(db, 'call:beeline')).toMatchObject([{ kind: 'billing' }]);
  await unmarkDay(manager(), marked.ok ? marked.value.id : '');
  expect(await listMarkedDays(db)).toHaveLength(1);
  expect(await unmarkDay(manager(), 'x')).toMatchObject({ error: { code: 'mark-not-found' } });
});

test('a correction holds until it is undone, and stays known after that', async () => {
  const made = await correctForecast(manager(), correction);
  expect(await listCorrections(db, span, 'call:mts')).toMatchObject([{ percent: 20, madeBy: 'm' }]);
  const id = made.ok ? made.value.id : '';
  await undoCorrection(manager(), id);
  expect((await undoCorrection(manager(), id)).ok).toBe(true);
  expect(await listCorrections(db, span)).toEqual([]);
  expect(await undoCorrection(manager(), 'x')).toMatchObject({ error: { code: 'correction-not-found' } });
});

test.each([
  ['ends before it begins', { toOn: '2026-11-29' }],
  ['no time of the day', { toMinute: 0 }],
  ['changes nothing', { percent: 0 }],
  ['no reason', { reason: ' ' }],
  ['no queue', { queue: 'fax:mts' }],
])('%s: no correction', (_, other) => {
  expect(CorrectionInput.safeParse({ ...correction, ...other }).success).toBe(false);
});

test('a live queue must promise something, one that can wait need not', async () => {
  const nothing = { ...usualTerms.call, withinTarget: null, occupancy: null };
  expect(await saveTerms(manager(), { queue: 'call:mts', terms: nothing })).toMatchObject({
    error: { code: 'terms-promise-nothing' },
  });
  await saveTerms(manager(), { queue: 'mail:mts', terms: nothing });
  await saveTerms(manager(), { queue: 'mail:mts', terms: { ...nothing, shrinkage: 0.3 } });
  expect(await listStaffingTerms(db)).toMatchObject([{ terms: { shrinkage: 0.3 } }]);
});

test('a lead reads and does not write', async () => {
  const answers = await Promise.all([
    markDay(lead(), mark),
    unmarkDay(lead(), 'x'),
    correctForecast(lead(), correction),
    undoCorrection(lead(), 'x'),
    saveTerms(lead(), { queue: 'call:mts', terms: usualTerms.call }),
  ]);
  for (const answer of answers) expect(answer).toMatchObject({ error: { code: 'forbidden' } });
});
