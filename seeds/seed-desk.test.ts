import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintSteps as steps } from '#app/features/complaint/complaint.ts';
import { readGoodwill } from '#app/features/goodwill/read-goodwill.ts';
import { MacroActions, unknownVariables } from '#app/features/macro/macro.ts';
import { fetchRecording } from '#app/features/review/fetch-recording.ts';
import { routeCases } from '#app/features/routing/route-cases.ts';
import type { TenantDb } from '#db/open.ts';
import { listMacros } from '#db/tenant/queries/macros.ts';
import { listAgentsAtWork } from '#db/tenant/queries/routing.ts';
import { caseEvents, cases, complaintSteps } from '#db/tenant/schema/case.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { incidents, incidentUpdates } from '#db/tenant/schema/incident.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { createTenants } from './demo-world.ts';
import { hostExchange } from './host-exchange.ts';
import { sharedMacros } from './macro-texts.ts';
import { tenantOf } from './plan.ts';
import { seedContacts } from './seed-contacts.ts';
import { seedDesk } from './seed-desk.ts';
import { seedTenant } from './seed-tenant.ts';
import { sever } from './sever.ts';

const plan = { ...sever, lines: { mts: 40, beeline: 30, megafon: 20 }, requests: 20, openRequests: 2 };
const staff = { agents: ['olga', 'pyotr', 'larisa'], leadId: 'pyotr', colleagues: ['larisa'] };
let db: TenantDb;
let services: Awaited<ReturnType<typeof createTestServices>>['services'];

const exchange = await hostExchange(0);
afterAll(exchange.close);

beforeAll(async () => {
  ({ services } = await createTestServices());
  await createTenants(services, [plan], () => 'http://127.0.0.1:1', {});
  db = await services.databases.openTenant(tenantOf(plan).id);
  await seedTenant(db, plan, staff.agents);
  await seedContacts(services, plan, { past: 1300, open: 24 }, staff.agents, exchange.origin);
  await seedDesk(db, plan, staff, services.now());
});

test('every call that is over was recorded for as long as it lasted, nothing else', async () => {
  const had = await db.select().from(contacts);
  const spoken = had.filter(({ channel, talkMs }) => channel === 'call' && talkMs !== null);
  expect(spoken.length).toBeGreaterThan(100);
  expect(had.filter(({ recordingUrl }) => recordingUrl !== null)).toEqual(spoken);
  const [call] = spoken;
  const sound = await fetchRecording(call?.recordingUrl ?? '', { mayBeNear: true });
  expect(sound.headers['content-type']).toBe('audio/wav');
  const seconds = ((call?.talkMs ?? 0) + (call?.holdMs ?? 0)) / 1000;
  expect((await buffer(sound)).length).toBe(44 + 8000 * seconds);
});

test('one trouble is over and one lasts; both have gathered cases and told them', async () => {
  const rows = await db.select().from(incidents);
  expect(rows.map(({ number, endedAt }) => [number, endedAt !== null])).toEqual([
    [1, true],
    [2, false],
  ]);
  const held = (await db.select().from(cases)).flatMap(({ incidentId }) => incidentId ?? []);
  expect(new Set(held)).toEqual(new Set(rows.map(({ id }) => id)));
  expect((await db.select().from(incidentUpdates)).map(({ isLast }) => isLast)).toEqual([false, true, false]);
});

test('good deeds of two months have outcomes and stories, and one asks the lead', async () => {
  const lead = { userId: 'pyotr', name: 'Пётр', roles: ['lead' as const] };
  const reader = { db, control: services.databases.control, actor: lead, now: services.now() };
  const page = await readGoodwill({ ...reader, timeZone: plan.timeZone }, null);
  expect([page.budget !== null, page.waiting.length > 0]).toEqual([true, true]);
  const rows = await db.select().from(goodwillDecisions);
  expect(rows.filter(({ story }) => story !== null).length).toBeGreaterThan(3);
  expect(rows.filter(({ hasStayed }) => hasStayed === true).length).toBeGreaterThan(20);
  expect(rows.some(({ state }) => state === 'asked')).toBe(true);
  expect(Math.max(...rows.map(({ at }) => at.getTime()))).toBeLessThanOrEqual(services.now().getTime());
});

test('complaints were taken as gifts, in order, and taught something', async () => {
  const rows = await db.select().from(complaintSteps);
  expect(new Set(rows.map(({ step }) => step))).toEqual(new Set(steps));
});

test('the cases tell what was done beside their moves, and nothing of them is lost', async () => {
  const events = await db.select().from(caseEvents);
  const told = new Set(events.map(({ event }) => event));
  for (const name of ['incident-joined', 'goodwill-decided', 'goodwill-asked', 'complaint-step', 'solved']) {
    expect(told).toContain(name);
  }
  const counts = Map.groupBy(events, ({ caseId }) => caseId);
  for (const { id, version } of await db.select().from(cases)) expect(counts.get(id)?.length).toBe(version);
  const steps = events.filter(({ event }) => event === 'complaint-step').length;
  expect(steps).toBe((await db.select().from(complaintSteps)).length);
});

test('ready texts name what is known, and put a case under a topic that stands', async () => {
  const rows = await listMacros(db, 'olga');
  expect(rows.map(({ title }) => title).toSorted()).toEqual(
    sharedMacros.map(({ title }) => title).toSorted(),
  );
  expect(rows.flatMap(({ body }) => unknownVariables(body))).toEqual([]);
  expect(rows.filter(({ actions }) => actions.topicId).length).toBe(7);
  for (const { actions } of rows) expect(MacroActions.safeParse(actions).success).toBe(true);
});

test('colleagues are at work and are given nothing by itself', async () => {
  expect((await listAgentsAtWork(db)).map(({ userId }) => userId)).toEqual(['larisa']);
  const countUnassigned = async () =>
    (await db.select().from(cases)).filter(({ assigneeId }) => assigneeId === null).length;
  const before = await countUnassigned();
  await routeCases(db, services.now(), services.databases.control);
  expect([before > 0, await countUnassigned()]).toEqual([true, before]);
});
