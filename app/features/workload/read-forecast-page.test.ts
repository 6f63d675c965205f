import { expect, test } from 'vitest';
import { usualTerms } from '#app/features/staffing/terms.ts';
import { tryOut } from '#app/features/staffing/what-if.ts';
import { commit } from '#db/commit.ts';
import { workloadDays, workloadForecasts } from '#db/tenant/schema/workload.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readForecastPage } from './read-forecast-page.ts';

/** A Sunday: nothing of the week is foretold but its last day. */
const [now, timeZone] = [new Date('2026-11-22T09:10:00Z'), 'Europe/Moscow'];
const asked = { queue: 'call:mts', on: '2026-11-22', span: 'day' };

async function openDesk() {
  const { db } = await openTestTenant();
  const day = (count: number) => Array<number>(48).fill(count);
  const came = (on: string, count: number) =>
    db.insert(workloadDays).values({
      queue: 'call:mts',
      on,
      source: 'import',
      contacts: day(count),
      handled: day(count),
      handlingS: day(count * 200),
      notedAt: now,
    });
  await commit(db, [
    ...[came('2026-11-22', 6), came('2026-11-15', 4), came('2025-11-23', 3)],
    db.insert(workloadForecasts).values({
      queue: 'call:mts',
      on: '2026-11-22',
      lead: 'now',
      contacts: day(5),
      handlingS: day(200),
      spread: 0.1,
      madeOn: '2026-11-22',
    }),
  ]);
  return { db, now, timeZone, actor: { userId: 'm', name: 'M', roles: ['manager' as const] } };
}

async function readView(other: Partial<typeof asked> = {}) {
  const view = await readForecastPage(await openDesk(), { ...asked, ...other });
  if (view.queue === null) throw new Error('No queue was shown.');
  return view;
}

test('of today only what is over came, beside a week and a year ago and how many are needed', async () => {
  const { points, need } = await readView();
  expect(points[23]).toMatchObject({ came: 6, foretold: 5, lastWeek: 4, lastYear: 3, again: null });
  expect(points[24]).toMatchObject({ came: null, foretold: 5, corrected: null });
  expect(points[24]?.again).toBeGreaterThan(5);
  expect(need.slots[3]).toEqual({ on: '2026-11-22', minute: 90 });
  expect(need.skills).toMatchObject([{ skill: 'mts' }]);
  expect(Math.min(...(need.skills[0]?.agents ?? []))).toBeGreaterThan(0);
});

test('a week of which one day is foretold can be tried', async () => {
  const { from, load, points, need } = await readView({ span: 'week' });
  expect(from).toBe('2026-11-16');
  expect([points.length, need.slots.length]).toEqual([84, 336]);
  expect(points[0]?.foretold).toBeNull();
  const out = tryOut(load, usualTerms.call, { agents: 0, handlingPercent: 0, volumePercent: 0 });
  expect(out.hoursNow).toBeGreaterThan(10);
});

test('a date that is none is today, a queue that is none the first', async () => {
  expect(await readView({ on: '2026-99-99', queue: 'fax:x' })).toMatchObject({
    on: '2026-11-22',
    queue: 'call:mts',
  });
});
