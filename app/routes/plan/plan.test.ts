import { expect, test } from 'vitest';
import { aroundTheClock } from '#app/features/sla/calendar.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import * as calendarRoute from './calendar.tsx';
import { loader as begin, action as create } from './calendar-new.tsx';
import { action as agree, loader as openContract } from './contract.tsx';
import { action as preview } from './contract-preview.ts';
import { loader as holidays } from './holidays.ts';
import { action as ical } from './ical.ts';
import { loader as openSla } from './sla.tsx';

const hours = { timeZone: 'Europe/Moscow', week: aroundTheClock, specialDays: [] };
const calendar = { name: 'Сутки', effectiveFrom: '2026-03-02', hours, reason: 'первый договор' };
const match = { channels: [], kinds: [], priorities: [], segments: [] };
const minutes = { firstResponse: 60, nextResponse: null, resolution: null, carrier: null };
const termsOf = (calendarId: string) => ({
  rules: [{ id: 'all', match, calendarId, minutes }],
  exclusions: [],
  warnAt: [0.75],
  escalations: [],
  graceMinutes: 0,
});

// The generated types ask for the route's own parameters; a test gives them by hand.
const openCalendar = (given: unknown) => calendarRoute.loader(given as never);
const change = (given: unknown) => calendarRoute.action(given as never);

async function openPlan() {
  const desk = await openTestDesk();
  const enter = (path: string, more: object = {}) => desk.enter({ role: 'manager', path, ...more });
  await create(await enter('/plan/calendars/new', { json: calendar }));
  const page = await openSla(await enter('/plan/sla'));
  return { ...desk, enter, page, calendarId: page.calendars[0]?.id ?? '' };
}

test('a calendar is made, listed with who made it, opened and changed', async () => {
  const { enter, page, calendarId } = await openPlan();
  expect(page.calendars).toMatchObject([{ name: 'Сутки', versions: [{ author: 'manager' }] }]);
  const params = { calendarId };
  const view = await openCalendar(await enter(`/plan/calendars/${calendarId}`, { params }));
  expect(view).toMatchObject({ name: 'Сутки', given: { effectiveFrom: '2026-03-02' }, mayWrite: true });
  const renamed = { ...calendar, name: 'Круглосуточно' };
  const done = await change(await enter(`/plan/calendars/${calendarId}`, { params, json: renamed }));
  expect(done).toMatchObject({ status: 302 });
  const after = await openSla(await enter('/plan/sla'));
  expect(after.calendars).toMatchObject([{ name: 'Круглосуточно', versions: [{}] }]);
});

test('what is wrong with a calendar stands beside its field, and an overlap is told', async () => {
  const { enter } = await openPlan();
  const faulty = await create(await enter('/plan/calendars/new', { json: { ...calendar, reason: '' } }));
  expect(faulty).toMatchObject({ data: { faults: { reason: 'short' } }, init: { status: 422 } });
  const double = [
    { from: '09:00', to: '12:00' },
    { from: '11:00', to: '13:00' },
  ];
  const week = [double, [], [], [], [], [], []];
  const overlapping = { ...calendar, name: 'x', hours: { ...hours, week } };
  const refused = await create(await enter('/plan/calendars/new', { json: overlapping }));
  expect(refused).toMatchObject({ data: { error: { code: 'periods-overlap' } }, init: { status: 422 } });
});

test('a contract is previewed, agreed and shown', async () => {
  const { enter, calendarId } = await openPlan();
  const terms = termsOf(calendarId);
  const seen = await preview(await enter('/plan/contract/preview', { json: { terms } }));
  expect(seen).toEqual({ preview: { open: 0, changed: 0, moved: 0, shifts: [] } });
  const json = { effectiveOn: '2026-03-02', appliesTo: 'new', terms, reason: 'подписан' };
  expect(await agree(await enter('/plan/contract', { json }))).toMatchObject({ status: 302 });
  expect(await openContract(await enter('/plan/contract'))).toMatchObject({ terms, today: '2026-03-02' });
  const nowhere = { ...json, terms: termsOf('none') };
  const refused = await agree(await enter('/plan/contract', { json: nowhere }));
  expect(refused).toMatchObject({ data: { error: { code: 'calendar-missing', number: 1 } } });
});

test('holidays of a country and a year; others are not there', async () => {
  const { enter } = await openPlan();
  const found = await holidays(await enter('/plan/calendars/holidays?country=RU&year=2027'));
  expect(found.days.map(({ date }) => date)).toContain('2027-05-09');
  for (const query of ['country=XX&year=2027', 'country=RU&year=9999999', 'country=RU']) {
    const visit = await enter(`/plan/calendars/holidays?${query}`);
    await expect(holidays(visit)).rejects.toThrow(expect.objectContaining({ init: { status: 404 } }));
  }
});

test('an iCal form without a file is told so', async () => {
  const { enter } = await openPlan();
  const answer = await ical(await enter('/plan/calendars/ical', { form: 'file=' }));
  expect(answer).toMatchObject({ data: { faults: { file: 'required' } }, init: { status: 422 } });
});

test('agents see none of it, and leads change none', async () => {
  const { enter, calendarId } = await openPlan();
  const agent = await enter('/plan/sla', { role: 'agent' });
  await expect(openSla(agent)).rejects.toMatchObject({ init: { status: 403 } });
  const lead = await enter('/plan/calendars/new', { role: 'lead', json: calendar });
  expect(() => begin(lead)).toThrow(expect.objectContaining({ init: { status: 403 } }));
  expect(await create(lead)).toMatchObject({ init: { status: 403 } });
  const params = { calendarId: 'none' };
  await expect(openCalendar(await enter('/plan/calendars/none', { params }))).rejects.toMatchObject({
    init: { status: 404 },
  });
  expect(calendarId).not.toBe('');
});
