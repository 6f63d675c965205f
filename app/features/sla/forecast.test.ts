import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { logContact } from '#app/features/case/log-contact.ts';
import { takeNext } from '#app/features/routing/take-next.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { aroundTheClock } from './calendar.ts';
import { createCalendar } from './change-calendar.ts';
import { changeContract } from './change-contract.ts';
import { keepForecasts } from './keep-forecasts.ts';
import { readForecast } from './read-forecast.ts';
import { reclockOpen } from './reclock-case.ts';

const manager: Actor = { userId: 'manager-1', name: 'Р', roles: ['manager'] };
const minute = 60_000;
let world: Awaited<ReturnType<typeof openCaseWorld>>;

beforeEach(async () => {
  world = await openCaseWorld();
  const zone = 'Europe/Moscow';
  const hours = { timeZone: zone, week: aroundTheClock, specialDays: [] };
  const day = '2026-03-02';
  const made = await createCalendar(world.desk(manager), {
    name: 'Сутки',
    effectiveFrom: day,
    hours,
    reason: 'первый',
  });
  if (!made.ok) throw new Error(made.error.code);
  const match = { channels: [], kinds: [], priorities: [], segments: [] };
  const minutes = { firstResponse: 60, nextResponse: null, resolution: null, carrier: null };
  const rules = [{ id: 'all', match, calendarId: made.value.id, minutes }];
  const terms = { rules, exclusions: [], warnAt: [], escalations: [], graceMinutes: 0 };
  await changeContract(world.desk(manager), zone, {
    effectiveOn: day,
    appliesTo: 'new',
    terms,
    reason: 'первый',
  });
});

test('with nobody at work everything that waits will be late, and the forecast is judged by what came', async () => {
  const [late, answered] = [await world.write('Первый'), await world.write('Второй', undefined, 'Другое')];
  await reclockOpen(world.db, world.now(), world.desk().control);
  await keepForecasts(world.db, world.now());
  await keepForecasts(world.db, world.now());
  expect(await readForecast(world.db, world.now())).toMatchObject({
    queues: [
      { channel: 'email', waiting: 2, late: 2, firstLateAt: new Date(world.now().getTime() + 60 * minute) },
    ],
    score: { foretold: 0, precision: null, recall: null },
  });
  world.pass(10 * minute);
  await takeNext(world.desk());
  await logContact(world.desk(), {
    formToken: '018f0000-0000-7000-8000-000000000001',
    channel: 'call',
    direction: 'outbound',
    lineId: world.line.id,
    case: { caseId: answered.caseId },
  });
  world.pass(60 * minute);
  await keepForecasts(world.db, world.now());
  const { score } = await readForecast(world.db, world.now());
  expect(score).toEqual({ foretold: 2, late: 1, right: 1, precision: 0.5, recall: 1 });
  expect(late.caseId).not.toBe(answered.caseId);
});
