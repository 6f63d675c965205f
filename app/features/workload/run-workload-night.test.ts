import { beforeEach, expect, test } from 'vitest';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listForecasts, listWorkDays } from '#db/tenant/queries/workload.ts';
import { getWorkloadRun } from '#db/tenant/queries/workload-night.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import {
  markedDays,
  workloadAccuracy,
  workloadDays,
  workloadForecasts,
  workloadModels,
  workloadRuns,
} from '#db/tenant/schema/workload.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { openWorkloadNight } from './open-workload-night.ts';
import { runWorkloadNight } from './run-workload-night.ts';

const timeZone = 'Europe/Berlin';
const hourMs = 3_600_000;
let db: TenantDb;
let openNight: (now: Date) => Promise<void>;
beforeEach(async () => {
  const { db: own, databases } = await openTestTenant();
  db = own;
  openNight = (now) => openWorkloadNight(db, now, databases.control);
  const subscriber = makeSubscriber(1);
  await commit(db, [
    db.insert(subscribers).values(subscriber),
    db.insert(lines).values(makeLine(1, { id: 'line', subscriberId: subscriber.id, carrier: 'mts' })),
  ]);
});

/** Calls on each of some dates, at so many hours after midnight, of four minutes each. */
async function callOn(dates: readonly string[], hours: readonly number[], lineId: string | null = 'line') {
  const rows = dates.flatMap((date) =>
    hours.map((hour) => {
      const startedAt = new Date(midnightOf(date, timeZone) + hour * hourMs);
      const id = `${date} ${hour} ${lineId}`;
      const spoken = { talkMs: 200_000, holdMs: 10_000, wrapMs: 30_000 };
      return {
        id,
        channel: 'call' as const,
        direction: 'inbound' as const,
        lineId,
        startedAt,
        createdAt: startedAt,
        ...spoken,
      };
    }),
  );
  await commit(db, [db.insert(contacts).values(rows)]);
}

async function live(on: string, now: Date): Promise<void> {
  await commit(db, [
    db.insert(workloadRuns).values({ on, stage: 'counting', cursor: '', startedAt: now, changedAt: now }),
  ]);
  while ((await runWorkloadNight({ db, now, timeZone }, on)) === 'more');
}

const datesFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, day) =>
    new Date(Date.parse(first) + day * 24 * hourMs).toISOString().slice(0, 10),
  );
const everything = async () => [
  await db.select().from(workloadDays).orderBy(workloadDays.queue, workloadDays.on),
  await db.select().from(workloadForecasts).orderBy(workloadForecasts.queue, workloadForecasts.on),
  await db.select().from(workloadModels),
  await db.select().from(workloadAccuracy).orderBy(workloadAccuracy.weekFrom),
];

test('what came is counted by half hour, with the time it took, on long and short days too', async () => {
  await callOn(['2026-03-28', '2026-03-29'], [9, 9.25, 22.5]);
  await callOn(['2026-03-29'], [10], null);
  await live('2026-03-30', new Date('2026-03-30T01:00:00Z'));
  const days = await listWorkDays(db, 'call:mts', { from: '2026-03-01', to: '2026-04-01' });
  expect(days.map(({ on, contacts: came }) => [on, came.length])).toEqual([
    ['2026-03-28', 48],
    ['2026-03-29', 46],
  ]);
  expect(days[1]?.contacts[18]).toBe(2);
  expect(days[1]?.contacts[45]).toBe(1);
  expect([days[1]?.handled[18], days[1]?.handlingS[18]]).toEqual([2, 480]);
  expect(await listWorkDays(db, 'call:', { from: '2026-03-01', to: '2026-04-01' })).toHaveLength(1);
});

test('night by night it is the same as all at once', async () => {
  const dates = datesFrom('2026-09-07', 50);
  await callOn(dates.slice(0, 48), [9, 10, 10.25, 15]);
  const at = new Date('2026-10-26T02:00:00Z');
  await live('2026-10-25', at);
  await callOn(dates.slice(48), [9, 10]);
  await live('2026-10-27', at);
  const lived = await everything();
  for (const table of [workloadDays, workloadForecasts, workloadModels, workloadRuns, workloadAccuracy])
    await commit(db, [db.delete(table)]);
  await live('2026-10-25', at);
  await live('2026-10-27', at);
  expect(await everything()).toEqual(lived);
  const foretold = await listForecasts(db, { from: '2026-10-27', to: '2027-03-01' });
  expect(foretold).toHaveLength(63);
});

test('what was imported for a day goes before what was counted', async () => {
  await callOn(['2026-03-27', '2026-03-28'], [9]);
  const hundred = Array<number>(48).fill(100);
  await commit(db, [
    db.insert(workloadDays).values({
      queue: 'call:mts',
      on: '2026-03-27',
      source: 'import',
      contacts: hundred,
      handled: hundred,
      handlingS: hundred,
      notedAt: new Date(),
    }),
  ]);
  await live('2026-03-29', new Date('2026-03-29T01:00:00Z'));
  const days = await listWorkDays(db, 'call:mts', { from: '2026-03-01', to: '2026-04-01' });
  expect(days.map(({ source }) => source)).toEqual(['import', 'desk']);
});

test('a marked day to come is foretold unlike others', async () => {
  const dates = datesFrom('2026-08-31', 56);
  await callOn(dates, [9, 9.1, 9.2, 9.3]);
  await callOn(['2026-10-05'], [9.15, 9.25, 9.35, 9.4, 9.45, 9.05, 9.12, 9.22]);
  const mark = { queue: '', kind: 'billing' as const, note: null, markedBy: 'm', markedAt: new Date() };
  await commit(
    db,
    ['2026-10-05', '2026-11-02'].map((on) => db.insert(markedDays).values({ id: on, on, ...mark })),
  );
  await live('2026-10-26', new Date('2026-10-26T02:00:00Z'));
  const [billing, after] = await listForecasts(db, { from: '2026-11-02', to: '2026-11-04' });
  expect(billing?.contacts[18]).toBeGreaterThan(1.5 * (after?.contacts[18] ?? 0));
});

test('a night is opened once a date, and ends where nothing ever came', async () => {
  const now = new Date('2026-10-26T02:00:00Z');
  await openNight(now);
  await openNight(now);
  expect(await db.select().from(workloadRuns)).toHaveLength(1);
  const [run] = await db.select().from(workloadRuns);
  const on = run?.on ?? '';
  while ((await runWorkloadNight({ db, now, timeZone }, on)) === 'more');
  expect((await getWorkloadRun(db, on))?.stage).toBe('ended');
});

test('a night that a later one overtook does no more', async () => {
  const begun = { stage: 'counting' as const, cursor: '', startedAt: new Date(), changedAt: new Date() };
  await commit(db, [
    db.insert(workloadRuns).values(['2026-10-25', '2026-10-26'].map((on) => ({ on, ...begun }))),
  ]);
  expect(await runWorkloadNight({ db, now: new Date(), timeZone }, '2026-10-25')).toBe('superseded');
});
