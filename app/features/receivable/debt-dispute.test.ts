import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import { hasOpenDispute, listDebtDisputes, listJournal } from '#db/tenant/queries/journal.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { closeDebtDispute } from './close-debt-dispute.ts';
import { openDebtDispute } from './open-debt-dispute.ts';

const agent: Actor = { userId: 'agent-1', name: 'Анна Операторова', roles: ['agent'] };
const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
let db: TenantDb;
beforeEach(async () => {
  db = (await openTestTenant()).db;
  await addReceivable(db, 'r1', [
    { dueOn: '2026-10-20', kopecks: 500 },
    { dueOn: '2026-11-20', kopecks: 300 },
  ]);
});

const desk = (actor: Actor) => ({
  db,
  actor,
  now: new Date('2026-11-22T09:00:00Z'),
  timeZone: 'Europe/Moscow',
});
const dispute = (over: { formToken?: string; chargeId?: string | null; receivableId?: string } = {}) =>
  openDebtDispute(desk(agent), {
    formToken: uuid(),
    receivableId: 'r1',
    chargeId: null,
    reason: 'Не пользовался роумингом',
    ...over,
  });
type Outcome = 'upheld' | 'partly' | 'declined';
const close = (disputeId: string, outcome: Outcome, kopecks: number | null = null, who = lead) =>
  closeDebtDispute(desk(who), { receivableId: 'r1', disputeId, outcome, kopecks, answer: 'Проверили счёт' });
const row = async () => (await db.select().from(receivables))[0];

test('a dispute holds the whole debt, once, and wakes the ladder', async () => {
  const formToken = uuid();
  expect(await dispute({ formToken })).toEqual({ ok: true, value: { id: formToken } });
  expect(await dispute({ formToken })).toEqual({ ok: true, value: { id: formToken } });
  expect(await dispute()).toMatchObject({ error: { code: 'debt-disputed' } });
  expect(await row()).toMatchObject({ disputedKopecks: 800, balanceKopecks: 800 });
  expect(await db.select().from(outbox)).toHaveLength(1);
  expect(await hasOpenDispute(db, 's-r1')).toBe(true);
  expect(await hasOpenDispute(db, 's-r2')).toBe(false);
});

test('only what is owed can be disputed', async () => {
  expect(await dispute({ chargeId: uuid() })).toMatchObject({ error: { code: 'nothing-owed' } });
  expect(await dispute({ receivableId: 'r9' })).toMatchObject({ error: { code: 'receivable-not-found' } });
  await dispute({ chargeId: 'r1-c1' });
  expect(await row()).toMatchObject({ disputedKopecks: 300 });
});

test.each([
  ['upheld', null, 0],
  ['partly', 200, 600],
  ['declined', null, 800],
] as const)('%s: what he does not owe leaves the books at once', async (outcome, kopecks, left) => {
  const formToken = uuid();
  await dispute({ formToken });
  expect(await close(formToken, outcome, kopecks)).toEqual({ ok: true, value: null });
  expect(await row()).toMatchObject({ disputedKopecks: 0, balanceKopecks: left });
  expect(await listDebtDisputes(db, 'r1')).toMatchObject([{ outcome, closedBy: 'lead-1' }]);
  const journal = await listJournal(db, 'r1');
  expect(journal.filter(({ entry }) => entry.kind === 'adjustment')).toHaveLength(
    outcome === 'declined' ? 0 : 1,
  );
  expect(await hasOpenDispute(db, 's-r1')).toBe(false);
  expect(await close(formToken, outcome, kopecks)).toMatchObject({ error: { code: 'dispute-closed' } });
});

test('an agent opens disputes and does not judge them, and nobody gives more than was disputed', async () => {
  const formToken = uuid();
  await dispute({ formToken, chargeId: 'r1-c1' });
  expect(await close(formToken, 'declined', null, agent)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await close(formToken, 'partly', 301)).toMatchObject({ error: { code: 'nothing-owed' } });
  expect(await close(uuid(), 'declined')).toMatchObject({ error: { code: 'dispute-not-found' } });
  expect(await row()).toMatchObject({ disputedKopecks: 300, balanceKopecks: 800 });
});

test.each([
  ['declined', 'upheld'],
  ['upheld', 'declined'],
  ['partly', 'upheld'],
] as const)('of two who close it at once, %s and %s, one is told that it is closed', async (...outcomes) => {
  const formToken = uuid();
  await dispute({ formToken });
  const both = await Promise.all(
    outcomes.map((outcome, place) =>
      close(formToken, outcome, outcome === 'partly' ? 200 : null, { ...lead, userId: `lead-${place}` }),
    ),
  );
  const place = both.findIndex(({ ok }) => ok);
  expect(both[1 - place]).toMatchObject({ error: { code: 'dispute-closed' } });
  const [closed] = await listDebtDisputes(db, 'r1');
  expect(closed).toMatchObject({ outcome: outcomes[place], closedBy: `lead-${place}` });
  const left = { declined: 800, partly: 600, upheld: 0 }[closed?.outcome ?? 'declined'];
  expect(await row()).toMatchObject({ disputedKopecks: 0, balanceKopecks: left });
});
