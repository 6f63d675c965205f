import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { classifyCase } from '#app/features/case/classify-case.ts';
import { assignCase, awaitSubscriber, solveCase } from '#app/features/case/move-case.ts';
import { commit } from '#db/commit.ts';
import { memberships, users } from '#db/control/schema.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { listNotices } from '#db/tenant/queries/notices.ts';
import { listCalendarVersions, listContractVersions } from '#db/tenant/queries/sla.ts';
import { clockAlarms, contractVersions } from '#db/tenant/schema/sla.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { seedTime } from '#seeds/factories.ts';
import { agent, openCaseWorld } from '#tests/setup/test-cases.ts';
import { aroundTheClock } from './calendar.ts';
import { changeCalendar, createCalendar } from './change-calendar.ts';
import { changeContract } from './change-contract.ts';
import type { ContractTerms } from './contract.ts';
import { previewCalendar } from './preview-calendar.ts';
import { previewContract } from './preview-contract.ts';
import { readNearest } from './read-clocks.ts';
import { readLedger } from './read-ledger.ts';
import { reclockCase, reclockOpen } from './reclock-case.ts';

const manager: Actor = { userId: 'manager-1', name: 'Р', roles: ['manager'] };
const lead: Actor = { userId: 'lead-1', name: 'С', roles: ['lead'] };
const zone = 'Europe/Moscow';
const hours = { timeZone: zone, week: aroundTheClock, specialDays: [] };
const calendar = { name: 'Круглосуточно', effectiveFrom: '2026-03-02', hours, reason: 'первый договор' };
const match = { channels: [], kinds: [], priorities: [], segments: [] };
const minute = 60_000;
const minutes = { firstResponse: 60, nextResponse: 60, resolution: 600, carrier: null };

let world: Awaited<ReturnType<typeof openCaseWorld>>;
let calendarId: string;
/** Monday 2 March 2026, noon in Moscow. */
beforeEach(async () => {
  world = await openCaseWorld();
  const made = await createCalendar(desk(), calendar);
  if (!made.ok) throw new Error(made.error.code);
  calendarId = made.value.id;
});

const desk = (actor = manager) => world.desk(actor);
const termsOf = (firstResponse: number): ContractTerms => ({
  rules: [{ id: 'all', match, calendarId, minutes: { ...minutes, firstResponse } }],
  exclusions: [],
  warnAt: [0.5],
  escalations: [{ level: 1, atShare: 1, to: 'lead', onShift: true }],
  graceMinutes: 0,
});
const contract = (firstResponse = 60, more: object = {}) => ({
  effectiveOn: '2026-03-02',
  appliesTo: 'new' as const,
  terms: termsOf(firstResponse),
  reason: 'договор подписан',
  ...more,
});
const agree = (firstResponse?: number, more?: object) =>
  changeContract(desk(), zone, contract(firstResponse, more));
async function look(caseId: string) {
  const row = await getCase(world.db, caseId);
  await reclockCase(world.desk(), { caseId, version: row?.version ?? 0 });
  return getCase(world.db, caseId);
}

test('only those who may write the contract', async () => {
  const forbidden = { ok: false, error: { code: 'forbidden', action: 'sla:write' } };
  expect(await createCalendar(desk(lead), { ...calendar, name: 'x' })).toEqual(forbidden);
  expect(await changeCalendar(desk(lead), calendarId, calendar)).toEqual(forbidden);
  expect(await changeContract(desk(lead), zone, contract())).toEqual(forbidden);
  expect(await previewContract(desk(lead), termsOf(1))).toEqual(forbidden);
});

test('a calendar is refused for overlaps, a taken name, and days that are past', async () => {
  const double = [
    { from: '09:00', to: '12:00' },
    { from: '11:00', to: '13:00' },
  ];
  const overlapping = { ...calendar, name: 'x', hours: { ...hours, week: [double, [], [], [], [], [], []] } };
  expect(await createCalendar(desk(), overlapping)).toMatchObject({
    error: { code: 'periods-overlap', day: 1 },
  });
  expect(await createCalendar(desk(), calendar)).toMatchObject({ error: { code: 'calendar-name-taken' } });
  const late = { ...calendar, effectiveFrom: '2026-03-01' };
  const refused = await changeCalendar(desk(), calendarId, late);
  expect(refused).toMatchObject({ error: { code: 'begins-in-the-past' } });
  expect(await changeCalendar(desk(), 'none', calendar)).toMatchObject({
    error: { code: 'calendar-not-found' },
  });
});

test('a version of the same day is replaced and kept, one of another day is added', async () => {
  await changeCalendar(desk(), calendarId, { ...calendar, name: 'Сутки', reason: 'опечатка' });
  await changeCalendar(desk(), calendarId, { ...calendar, effectiveFrom: '2026-04-01' });
  const versions = await listCalendarVersions(world.db);
  expect(versions.map(({ effectiveFrom, reason }) => [effectiveFrom, reason])).toEqual([
    ['2026-03-02', 'опечатка'],
    ['2026-04-01', 'первый договор'],
  ]);
});

test('a contract counts by calendars that are there, and never from the past on', async () => {
  const terms = termsOf(60);
  const rules = [...terms.rules, { id: 'x', match, calendarId: 'none', minutes }];
  expect(await agree(60, { terms: { ...terms, rules } })).toMatchObject({
    error: { code: 'calendar-missing', number: 2 },
  });
  expect(await agree(60, { effectiveOn: '2026-03-01' })).toMatchObject({
    error: { code: 'begins-in-the-past' },
  });
  await agree(60, { effectiveOn: '2026-03-10' });
  await agree(30, { effectiveOn: '2026-03-10' });
  const versions = await listContractVersions(world.db);
  expect(versions).toMatchObject([{ effectiveFrom: new Date('2026-03-10T00:00+03:00'), terms: termsOf(30) }]);
  expect(await world.db.select().from(contractVersions)).toHaveLength(2);
});

test('a case keeps what lists sort by, from each change to the next', async () => {
  await agree();
  const { caseId } = await world.write('Не работает интернет');
  const openedAt = world.now().getTime();
  expect(await look(caseId)).toMatchObject({
    dueAt: new Date(openedAt + 60 * minute),
    dueTarget: 'firstResponse',
    pausedReason: null,
    breachedAt: null,
  });
  world.pass(10 * minute);
  await awaitSubscriber(world.desk(), { caseId, reason: 'не берёт трубку' });
  expect(await look(caseId)).toMatchObject({ dueAt: null, pausedReason: 'waiting-for-subscriber' });
  world.pass(30 * minute);
  await world.write('Я тут', caseId);
  expect(await look(caseId)).toMatchObject({ dueAt: new Date(openedAt + 90 * minute), pausedReason: null });
  world.pass(60 * minute);
  expect(await look(caseId)).toMatchObject({ breachedAt: new Date(openedAt + 90 * minute) });
  await solveCase(world.desk(), { caseId });
  expect(await look(caseId)).toMatchObject({ dueAt: null, breachedAt: new Date(openedAt + 90 * minute) });
});

test('warnings and escalations are given once, at their moments, whoever looks', async () => {
  await agree();
  const { caseId } = await world.write('Не работает интернет');
  const told = async () =>
    (await world.db.select().from(clockAlarms)).map(({ level, share, role }) => [level, share, role]);
  await look(caseId);
  expect(await told()).toEqual([]);
  world.pass(40 * minute);
  await look(caseId);
  await reclockOpen(world.db, world.now(), world.desk().control);
  expect(await told()).toEqual([[0, 500, null]]);
  world.pass(40 * minute);
  await reclockOpen(world.db, world.now(), world.desk().control);
  expect(await told()).toEqual([
    [0, 500, null],
    [1, 1000, 'lead'],
  ]);
  expect((await getCase(world.db, caseId))?.breachedAt).not.toBeNull();
});

test('an alarm reaches whoever has the case, or those who lead, and the role it is escalated to', async () => {
  const { control } = world.desk();
  const leading = {
    id: 'lead-here',
    userId: lead.userId,
    tenantId: world.db.tenantId,
    role: 'lead' as const,
  };
  await commit(control, [
    control.insert(users).values({ id: lead.userId, email: 'l@e.com', name: 'С', createdAt: seedTime }),
    control.insert(memberships).values({ ...leading, createdAt: seedTime }),
  ]);
  await agree();
  const mine = (await world.write('Не работает интернет')).caseId;
  await world.write('Не приходят СМС');
  await assignCase(world.desk(), { caseId: mine, userId: agent.userId });
  const heard = async ({ userId }: Actor) =>
    (await listNotices(world.db, userId, 50, null)).map(({ told, caseId }) => [
      caseId === mine ? 'mine' : 'nobodys',
      told.kind === 'alarm' ? told.level : null,
    ]);
  world.pass(40 * minute);
  await reclockOpen(world.db, world.now(), control);
  expect(await heard(agent)).toEqual([['mine', 0]]);
  expect(await heard(lead)).toEqual([['nobodys', 0]]);
  world.pass(40 * minute);
  await reclockOpen(world.db, world.now(), control);
  await reclockOpen(world.db, world.now(), control);
  expect(await heard(agent)).toEqual([['mine', 0]]);
  expect((await heard(lead)).toSorted()).toEqual([
    ['mine', 1],
    ['nobodys', 0],
    ['nobodys', 1],
  ]);
});

test('who is late already when it is first looked at hears the last alarm of a clock only', async () => {
  const { rules, ...terms } = termsOf(60);
  await agree(60, { terms: { ...terms, rules, warnAt: [0.5, 0.75, 0.9] } });
  const { caseId } = await world.write('Не работает интернет');
  await assignCase(world.desk(), { caseId, userId: agent.userId });
  world.pass(55 * minute);
  await look(caseId);
  const heard = await listNotices(world.db, agent.userId, 50, null);
  expect(heard.map(({ told }) => told.kind === 'alarm' && told.share)).toEqual([900]);
  expect(await world.db.select().from(clockAlarms)).toHaveLength(3);
});

test('a version that is not the current one looks at nothing', async () => {
  await agree();
  const { caseId } = await world.write('Не работает интернет');
  await reclockCase(world.desk(), { caseId, version: 1 });
  expect((await getCase(world.db, caseId))?.dueAt).toBeNull();
});

test('a contract for new cases leaves the open ones, one for all takes them over', async () => {
  await agree(60);
  const { caseId } = await world.write('Не работает интернет');
  const due = async () => (await readNearest(world.db, [caseId], world.now())).get(caseId)?.targetMs;
  world.pass(minute);
  await agree(20);
  world.pass(minute);
  expect(await due()).toBe(60 * minute);
  await agree(10, { appliesTo: 'open' });
  expect(await due()).toBe(10 * minute);
});

test.each([
  ['company', 15],
  ['person', 60],
] as const)('a case of a %s is promised what its segment is: %i minutes', async (kind, promised) => {
  await commit(world.db, [world.db.update(subscribers).set({ kind })]);
  const own = { id: 'own', match: { ...match, segments: ['company' as const] }, calendarId };
  const { rules, ...terms } = termsOf(60);
  const first = { ...own, minutes: { ...minutes, firstResponse: 15 } };
  await agree(60, { terms: { ...terms, rules: [first, ...rules] } });
  const { caseId } = await world.write('Не работает интернет');
  const nearest = (await readNearest(world.db, [caseId], world.now())).get(caseId);
  expect(nearest?.targetMs).toBe(promised * minute);
});

test('a preview counts the open cases that would change state, and writes nothing', async () => {
  await agree(60);
  const { caseId } = await world.write('Не работает интернет');
  const other = await world.write('Второй вопрос', undefined, 'Другое');
  await solveCase(world.desk(), { caseId: other.caseId });
  world.pass(30 * minute);
  const preview = await previewContract(desk(), termsOf(20));
  expect(preview).toEqual({
    ok: true,
    value: {
      open: 1,
      changed: 1,
      moved: 1,
      shifts: [{ target: 'firstResponse', from: 'running', to: 'breached', count: 1, caseIds: [caseId] }],
    },
  });
  expect(await previewContract(desk(), termsOf(90))).toMatchObject({
    value: { changed: 0, moved: 1, shifts: [] },
  });
  expect(await listContractVersions(world.db)).toHaveLength(1);
});

test('a preview of other hours counts what they change now, and what they only move', async () => {
  await agree(60);
  const { caseId } = await world.write('Не работает интернет');
  world.pass(50 * minute);
  const open = (from: string, to: string) => ({
    ...hours,
    week: hours.week.map(() => [{ from, to }]),
  });
  const preview = (effectiveFrom: string, changed: typeof hours) =>
    previewCalendar(desk(), calendarId, { effectiveFrom, hours: changed });
  // It was written at noon: with an hour left today, tomorrow morning goes on.
  expect(await preview('2026-03-02', open('09:00', '12:30'))).toMatchObject({
    value: {
      open: 1,
      changed: 1,
      moved: 1,
      shifts: [
        { target: 'firstResponse', from: 'running', to: 'paused', count: 1, caseIds: [caseId] },
        { target: 'resolution', from: 'running', to: 'paused', count: 1, caseIds: [caseId] },
      ],
    },
  });
  expect(await preview('2026-03-02', hours)).toMatchObject({ value: { changed: 0, moved: 0 } });
  expect(await preview('2026-03-03', open('09:00', '12:30'))).toMatchObject({ value: { changed: 0 } });
  expect(await listCalendarVersions(world.db)).toHaveLength(1);
});

test('the ledger names the rule and its calendar; a case that is not there has none', async () => {
  await agree();
  const { caseId } = await world.write('Не работает интернет');
  await classifyCase(world.desk(), { caseId, priority: 'urgent' });
  expect(await readLedger(world.db, caseId, world.now())).toMatchObject({
    value: { ruleNumbers: { all: 1 }, calendarNames: { [calendarId]: 'Круглосуточно' } },
  });
  expect(await readLedger(world.db, 'none', world.now())).toMatchObject({
    error: { code: 'case-not-found' },
  });
});
