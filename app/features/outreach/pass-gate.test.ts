import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { type Databases, openDatabases, type TenantDb } from '#db/open.ts';
import { contactRules, outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import type { ContactWish } from './ask-gate.ts';
import { lawfulLimits } from './contact-sources.ts';
import { passGate } from './pass-gate.ts';

/** A Wednesday, noon in Moscow. */
const noon = new Date('2026-11-18T12:00:00+03:00');
const at = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

let databases: Databases;
let others: Databases;
let db: TenantDb;
let other: TenantDb;
beforeAll(async () => {
  const opened = await openTestTenant();
  databases = opened.databases;
  db = opened.db;
  others = await openDatabases({ dataDir: opened.dataDir });
  other = await others.openTenant(db.tenantId);
  const rules = {
    id: uuid(),
    from: new Date('2026-01-01'),
    mode: 'creditor' as const,
    creditorName: 'Волна',
    creditorPhone: '+74951234567',
    callLabel: 'Волна',
    limits: lawfulLimits,
    setBy: 'boss',
    setAt: new Date('2026-01-01'),
  };
  await commit(db, [db.insert(contactRules).values(rules)]);
});
afterAll(() => {
  databases.close();
  others.close();
});

async function addSubscriber(): Promise<string> {
  const id = uuid();
  const row = { id, kind: 'person' as const, name: 'Анна', contractNumber: id, createdAt: noon };
  await commit(db, [db.insert(subscribers).values({ ...row, timeZone: 'Europe/Moscow' })]);
  return id;
}

const wish = (subscriberId: string, more: Partial<ContactWish> = {}): ContactWish => ({
  sendKey: uuid(),
  subscriberId,
  purpose: 'collection',
  channel: 'sms',
  address: '+79161230001',
  content: 'Оплатите связь',
  by: 'worker',
  ...more,
});
const madeOf = (subscriberId: string) =>
  db.select().from(outreachAttempts).where(eq(outreachAttempts.subscriberId, subscriberId));
const refusedOf = (subscriberId: string) =>
  db.select().from(outreachRefusals).where(eq(outreachRefusals.subscriberId, subscriberId));

test('fifty senders at one instant, by two handles, never exceed a cap', async () => {
  const subscriberId = await addSubscriber();
  const asked = Array.from({ length: 50 }, (_, index) =>
    passGate(index % 2 ? db : other, wish(subscriberId), noon),
  );
  const passes = (await Promise.all(asked)).filter(({ ok }) => ok);
  expect(passes).toHaveLength(lawfulLimits.messages.day);
  expect(await madeOf(subscriberId)).toHaveLength(lawfulLimits.messages.day);
  expect(await refusedOf(subscriberId)).toHaveLength(50 - lawfulLimits.messages.day);
});

test('a refused contact is kept with its rule and until when', async () => {
  const subscriberId = await addSubscriber();
  const refused = await passGate(db, wish(subscriberId, { sendKey: 'late' }), at(11));
  const why = { rule: 'hours', until: at(20) };
  expect(refused).toEqual({ ok: false, error: { code: 'contact-refused', ...why } });
  expect(await refusedOf(subscriberId)).toMatchObject([{ sendKey: 'late', ...why, at: at(11) }]);
  expect(await madeOf(subscriberId)).toEqual([]);
});

test('asked twice it is one contact, counted when it was asked last', async () => {
  const subscriberId = await addSubscriber();
  const twice = wish(subscriberId, { channel: 'call' });
  const first = await passGate(db, twice, noon);
  expect(await passGate(db, twice, at(1))).toEqual(first);
  expect(await madeOf(subscriberId)).toMatchObject([{ at: at(1), sequence: 2 }]);
  expect(await passGate(db, twice, at(11))).toMatchObject({ ok: false, error: { rule: 'hours' } });
});

test.each(['sending', 'sent', 'unknown', 'failed'] as const)(
  'a contact that is %s is not let through again',
  async (state) => {
    const subscriberId = await addSubscriber();
    const again = wish(subscriberId, { channel: 'call' });
    await passGate(db, again, noon);
    await commit(db, [
      db.update(outreachAttempts).set({ state }).where(eq(outreachAttempts.sendKey, again.sendKey)),
    ]);
    expect(await passGate(db, again, at(1))).toMatchObject({
      ok: false,
      error: { code: 'contact-made', attempt: { state } },
    });
    const another = await passGate(db, wish(subscriberId, { channel: 'call' }), at(2));
    expect(another.ok).toBe(state === 'failed');
  },
);

test('answers are let through and counted for nothing', async () => {
  const subscriberId = await addSubscriber();
  for (let answers = 0; answers < 5; answers += 1) {
    expect(await passGate(db, wish(subscriberId, { purpose: 'answer' }), at(13))).toMatchObject({ ok: true });
  }
  expect(await passGate(db, wish(subscriberId), noon)).toMatchObject({ ok: true });
});

test('whoever is not in our books is answered and never written to first', async () => {
  expect(await passGate(db, wish('', { subscriberId: null, purpose: 'answer' }), noon)).toEqual({
    ok: true,
    value: { attemptId: null },
  });
  const unknown = { ok: false, error: { code: 'subscriber-not-found' } };
  expect(await passGate(db, wish('', { subscriberId: null, purpose: 'service' }), noon)).toEqual(unknown);
  expect(await passGate(db, wish(uuid()), noon)).toEqual(unknown);
});
