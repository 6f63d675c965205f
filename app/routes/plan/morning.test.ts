import { expect, test } from 'vitest';
import { countAll } from '#app/features/metric/count-changes.ts';
import type { MorningView } from '#app/features/morning/read-morning.ts';
import { commit } from '#db/commit.ts';
import { storeForecasts, storeWorkDays } from '#db/tenant/queries/workload-night.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { askedQueries } from '#tests/setup/asked-queries.ts';
import { fullNumber, openTestDesk } from '#tests/setup/desk-visit.ts';
import { loader } from './morning.tsx';

const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const timeZone = 'Europe/Moscow';

async function openMorning(state: 'done' | 'manual' = 'done') {
  const desk = await openTestDesk(state);
  const read = async (role: 'agent' | 'lead' | 'manager' | 'client' = 'manager') =>
    (await loader((await desk.enter({ role, path: '/plan/morning' })) as never)) as MorningView;
  return { ...desk, read };
}

const call = (id: string, startedAt: string, waitMs: number, talkMs: number) => {
  const at = new Date(startedAt);
  const ofCall = { startedAt: at, endedAt: at, createdAt: at, waitMs, talkMs };
  return { id, channel: 'call' as const, direction: 'inbound' as const, agentId: 'olga', ...ofCall };
};
const numberOf = (view: MorningView, metric: string) =>
  view.day.find(({ figure }) => figure.metric === metric)?.figure.numerator;

test('of a client company without anything yet it says so, line by line', async () => {
  const { read } = await openMorning();
  const view = await read();
  expect(view.on).toBe('2026-03-01');
  expect(view.day.every(({ figure }) => figure.numerator === 0)).toBe(true);
  expect(view).toMatchObject({
    topics: [],
    forecast: { channels: [], weekFrom: null, callsByHour: [] },
    agents: { isComparable: false, people: [] },
    due: { stuck: [], debts: null, risk: { scored: 0, high: 0, lines: [] } },
    staffing: {
      cost: { shifts: 0 },
      tomorrow: { on: '2026-03-03', rosterId: null, isForetold: false, gaps: [] },
    },
  });
  expect(view.hours.map(({ hour }) => hour)).toHaveLength(24);
});

test.each(['agent', 'lead', 'client'] as const)('%s does not read it', async (role) => {
  const { read } = await openMorning();
  await expect(read(role)).rejects.toEqual(status(403));
});

test('yesterday ends at the midnight of the client company, whatever UTC says', async () => {
  const { db, services, read } = await openMorning();
  await commit(db, [
    db
      .insert(contacts)
      .values([
        call('a', '2026-02-28T20:59:00Z', 5000, 60_000),
        call('b', '2026-02-28T21:00:00Z', 30_000, 60_000),
        call('c', '2026-03-01T20:59:00Z', 30_000, 0),
        call('d', '2026-03-01T21:00:00Z', 5000, 60_000),
      ]),
  ]);
  await countAll(db, services.now(), timeZone);
  services.now = () => new Date('2026-03-01T20:59:59Z');
  const before = await read();
  expect([before.on, numberOf(before, 'offered')]).toEqual(['2026-02-28', 1]);
  services.now = () => new Date('2026-03-01T21:00:00Z');
  const after = await read();
  expect([after.on, numberOf(after, 'offered'), numberOf(after, 'answered')]).toEqual(['2026-03-01', 2, 1]);
  const hours = after.hours.filter(({ figures }) => figures.some(({ numerator }) => numerator > 0));
  expect(hours.map(({ hour }) => hour)).toEqual(['00', '23']);
});

test('what was foretold stands beside what came, by the hour and for the channel', async () => {
  const { db, services, read } = await openMorning();
  const slots = (count: number) => Array<number>(48).fill(count);
  await commit(db, [
    storeForecasts(db, [['call:mts', '2026-03-01', 'now', slots(3), slots(200), 0.1, '2026-03-01']]),
    storeWorkDays(db, [['call:mts', '2026-03-01', 'desk', slots(2), slots(2), slots(400)]], services.now()),
  ]);
  const { forecast, hours } = await read();
  expect(forecast.channels).toMatchObject([{ channel: 'call', foretold: 144, came: 96, wape: 0.5 }]);
  expect(hours.map(({ foretold }) => foretold)).toEqual(Array<number>(24).fill(6));
});

test('a request that waits for a person is named by its carrier, and nobody’s number is shown', async () => {
  const { read } = await openMorning('manual');
  const view = await read();
  expect(view.due.stuck).toMatchObject([{ manual: 1, unconfirmed: 0, slow: 0 }]);
  expect(JSON.stringify(view)).not.toContain(fullNumber);
});

test('it is read from sums: no table of facts or events is asked', async () => {
  const { db, read } = await openMorning();
  const asked = await askedQueries(db, () => read());
  const steps = (await asked.plans()).flat().join('\n');
  expect(steps).toContain('report_cells');
  for (const table of [
    'contact_facts',
    'case_facts',
    'case_clocks',
    'request_facts',
    'case_events',
    'contacts',
  ])
    expect(steps).not.toContain(table);
});
