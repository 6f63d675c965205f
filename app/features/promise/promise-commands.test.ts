import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  getOfferRules,
  getOpenPlan,
  getOpenPromise,
  listPlans,
  listPromises,
} from '#db/tenant/queries/promises.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { debtDisputes } from '#db/tenant/schema/receivable.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { agreePlan } from './agree-plan.ts';
import { cancelPlan, cancelPromise } from './cancel-offer.ts';
import { makePromise } from './make-promise.ts';
import { firstRules } from './offer-limits.ts';
import { setOfferRules } from './set-offer-rules.ts';

const agent: Actor = { userId: 'agent-1', name: 'Олег Агентов', roles: ['agent'] };
const client: Actor = { userId: 'client-1', name: 'Клиент', roles: ['client'] };
const now = new Date('2026-03-02T09:00:00Z');
let db: TenantDb;
let made = 0;
beforeAll(async () => {
  db = (await openTestTenant()).db;
});

const desk = (actor = agent, at = now) => ({ db, actor, now: at, timeZone: 'Europe/Moscow' });
async function debtor(kopecks = 100_000) {
  made += 1;
  const id = `r-${String(made).padStart(3, '0')}`;
  await addReceivable(db, id, [{ dueOn: '2026-02-20', kopecks }]);
  return id;
}
const promise = (receivableId: string, over = {}) => ({
  receivableId,
  formToken: uuid(),
  parts: [{ on: '2026-03-10', kopecks: 100_000 }],
  replaces: null,
  ...over,
});
const plan = (receivableId: string, over = {}) => ({
  receivableId,
  formToken: uuid(),
  count: 3,
  firstOn: '2026-03-10',
  pace: 'month' as const,
  ...over,
});
const reactionsOf = async (id: string) =>
  (await db.select().from(outbox).where(eq(outbox.queue, 'debt-react'))).filter(({ payload }) =>
    JSON.stringify(payload).includes(id),
  ).length;

test('a promise is kept with its sum and last date, and wakes the ladder', async () => {
  const id = await debtor();
  expect((await makePromise(desk(), promise(id))).ok).toBe(true);
  expect(await getOpenPromise(db, id)).toMatchObject({ kopecks: 100_000, lastOn: '2026-03-10' });
  expect(await reactionsOf(id)).toBe(1);
});

test('the same form makes one promise; with other parts it is refused', async () => {
  const id = await debtor();
  const form = promise(id);
  const both = await Promise.all([makePromise(desk(), form), makePromise(desk(), form)]);
  expect(both[0]).toEqual(both[1]);
  expect(await listPromises(db, id)).toHaveLength(1);
  const changed = { ...form, parts: [{ on: '2026-03-11', kopecks: 100_000 }] };
  expect(await makePromise(desk(), changed)).toMatchObject({ error: { code: 'form-reused' } });
});

test('a promise is never edited: another takes its place, if it knew of it', async () => {
  const id = await debtor();
  const first = await makePromise(desk(), promise(id));
  if (!first.ok) throw new Error(first.error.code);
  expect(await makePromise(desk(), promise(id))).toMatchObject({
    error: { code: 'promise-stands', until: '2026-03-10' },
  });
  const next = promise(id, { replaces: first.value.id, parts: [{ on: '2026-03-12', kopecks: 60_000 }] });
  expect((await makePromise(desk(), next)).ok).toBe(true);
  expect((await listPromises(db, id)).map(({ state }) => state).sort()).toEqual(['open', 'replaced']);
});

test('two agents at once take one promise', async () => {
  const id = await debtor();
  const both = await Promise.all([makePromise(desk(), promise(id)), makePromise(desk(), promise(id))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('who may not promise, on what and how often', async () => {
  const id = await debtor();
  expect(await makePromise(desk(client), promise(id))).toMatchObject({ error: { code: 'forbidden' } });
  expect(await makePromise(desk(), promise('r-none'))).toMatchObject({
    error: { code: 'receivable-not-found' },
  });
  const dispute = { receivableId: id, kopecks: 1, reason: 'Не моё', openedBy: 'agent-1', openedAt: now };
  await commit(db, [db.insert(debtDisputes).values({ id: uuid(), ...dispute })]);
  expect(await makePromise(desk(), promise(id))).toMatchObject({ error: { code: 'debt-disputed' } });
  expect(await agreePlan(desk(), plan(id))).toMatchObject({ error: { code: 'debt-disputed' } });
});

test('the fourth promise of a year is not an agent’s to take', async () => {
  const id = await debtor();
  for (const _ of [1, 2, 3]) {
    const one = await makePromise(desk(), promise(id));
    if (one.ok) await cancelPromise(desk(), one.value.id);
  }
  expect(await makePromise(desk(), promise(id))).toMatchObject({ error: { code: 'promise-too-often' } });
  expect((await makePromise(desk({ ...agent, roles: ['lead'] }), promise(id))).ok).toBe(true);
});

test('a promise is cancelled once, and wakes the ladder', async () => {
  const id = await debtor();
  const one = await makePromise(desk(), promise(id));
  if (!one.ok) throw new Error(one.error.code);
  expect((await cancelPromise(desk(), one.value.id)).ok).toBe(true);
  expect(await cancelPromise(desk(), one.value.id)).toMatchObject({ error: { code: 'promise-over' } });
  expect(await getOpenPromise(db, id)).toBeNull();
  expect(await reactionsOf(id)).toBe(2);
});

test('a plan covers the whole debt, replaces a promise, and no other overlaps it', async () => {
  const id = await debtor(100_001);
  await makePromise(desk(), promise(id));
  const agreed = await agreePlan(desk(), plan(id));
  if (!agreed.ok) throw new Error(agreed.error.code);
  expect(await getOpenPlan(db, id)).toMatchObject({
    lastOn: '2026-05-10',
    instalments: [
      { on: '2026-03-10', kopecks: 33_334 },
      { on: '2026-04-10', kopecks: 33_334 },
      { on: '2026-05-10', kopecks: 33_333 },
    ],
  });
  expect((await listPromises(db, id)).map(({ state }) => state)).toEqual(['replaced']);
  const overlap = { error: { code: 'plan-overlaps', until: '2026-05-10' } };
  expect(await agreePlan(desk(), plan(id, { firstOn: '2026-03-12' }))).toMatchObject(overlap);
  expect(await makePromise(desk(), promise(id))).toMatchObject(overlap);
  expect((await cancelPlan(desk(), agreed.value.id)).ok).toBe(true);
  expect((await agreePlan(desk(), plan(id))).ok).toBe(true);
  expect((await listPlans(db, id)).map(({ state }) => state).sort()).toEqual(['cancelled', 'open']);
});

test('the same form agrees one plan', async () => {
  const id = await debtor();
  const form = plan(id);
  const both = await Promise.all([agreePlan(desk(), form), agreePlan(desk(), form)]);
  expect(both[0]).toEqual(both[1]);
  expect(await agreePlan(desk(), { ...form, count: 2 })).toMatchObject({ error: { code: 'form-reused' } });
});

test('a manager says how far agents may go, from then on', async () => {
  const id = await debtor();
  const far = promise(id, { parts: [{ on: '2026-04-20', kopecks: 100_000 }] });
  expect(await makePromise(desk(), far)).toMatchObject({ error: { code: 'promise-too-far' } });
  const rules = { ...firstRules, agent: { ...firstRules.agent, days: 60 } };
  expect(await setOfferRules(desk(), rules)).toMatchObject({ error: { code: 'forbidden' } });
  expect((await setOfferRules(desk({ ...agent, roles: ['manager'] }), rules)).ok).toBe(true);
  expect((await makePromise(desk(), far)).ok).toBe(true);
  expect(await getOfferRules(db, new Date(now.getTime() - 1))).toEqual(firstRules);
});
