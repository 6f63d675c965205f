import { afterAll, beforeAll, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { Change, Databases, TenantDb } from '#db/open.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { type CallEventName, CallTold } from './call.ts';
import { readCallsInHand } from './read-calls.ts';
import { recordCall } from './record-call.ts';
import { seatAgent } from './seat-agent.ts';

const [olga, pyotr] = ['018f0000-0000-7000-8000-00000000000a', '018f0000-0000-7000-8000-00000000000b'];
const admin = { userId: 'x', name: 'Админ', roles: ['admin' as const] };
const now = new Date('2026-03-02T09:01:00Z');
let databases: Databases;
let db: TenantDb;
const told: Change[] = [];

beforeAll(async () => {
  ({ databases, db } = await openTestTenant());
  Object.assign(db, { committed: (changes: Change[]) => told.push(...changes) });
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { name: 'Анна Серова' })),
    db.insert(lines).values(makeLine(1, { msisdn: '+79161234567' })),
  ]);
  await seatAgent(db, admin, { userId: olga, number: '101' });
  await seatAgent(db, admin, { userId: pyotr, number: '102' });
});
afterAll(() => databases.close());

const hear = (callId: string, event: CallEventName, second: number, extension?: string) => {
  const at = new Date(Date.UTC(2026, 2, 2, 9, 0, second)).toISOString();
  const number = '8 (916) 123-45-67';
  return recordCall(db, CallTold.parse({ callId, event, at, number, extension }), now);
};
const contactsOf = async (callId: string) =>
  (await db.select().from(contacts)).filter((row) => row.externalId === callId);

test('a call that rings is shown to the one who is called, with whose number it is', async () => {
  told.length = 0;
  await hear('one', 'ringing', 0, '101');
  expect(told).toEqual([{ topic: 'call', id: expect.any(String), userId: olga }]);
  const shown = { name: 'Анна Серова', maskedNumber: '+7 9•• •••-45-67', answeredAt: null, cases: [] };
  expect(await readCallsInHand(db, olga, now)).toMatchObject([shown]);
  expect(await readCallsInHand(db, pyotr, now)).toEqual([]);
});

test('a call that nobody ended does not ring for ever', async () => {
  expect(await readCallsInHand(db, olga, new Date(now.getTime() + 600_000))).toEqual([]);
});

test('a call that goes on to another agent leaves the first', async () => {
  told.length = 0;
  await hear('one', 'ringing', 5, '102');
  expect(told.map(({ userId }) => userId).toSorted()).toEqual([olga, pyotr]);
  expect(await readCallsInHand(db, olga, now)).toEqual([]);
  await hear('one', 'answered', 8, '102');
  expect(await readCallsInHand(db, pyotr, now)).toMatchObject([
    { answeredAt: new Date(Date.UTC(2026, 2, 2, 9, 0, 8)) },
  ]);
  await hear('one', 'ended', 30);
  expect(await readCallsInHand(db, pyotr, now)).toEqual([]);
});

test('events told twice, at once and backwards make one contact', async () => {
  const all: [CallEventName, number][] = [
    ['ended', 40],
    ['held', 20],
    ['answered', 10],
    ['resumed', 25],
    ['ringing', 0],
  ];
  await Promise.all([...all, ...all].map(([event, second]) => hear('two', event, second, '101')));
  expect(await contactsOf('two')).toMatchObject([
    { waitMs: 10_000, talkMs: 25_000, holdMs: 5000, agentId: olga, lineId: makeLine(1).id },
  ]);
});

test('a call from a number of nobody is a contact all the same, and nobody’s if nobody sits there', async () => {
  told.length = 0;
  const at = now.toISOString();
  await recordCall(
    db,
    CallTold.parse({ callId: 'three', event: 'ringing', at, number: '84951234567', extension: '999' }),
    now,
  );
  expect(await contactsOf('three')).toMatchObject([{ address: '84951234567', lineId: null, agentId: null }]);
  expect(told).toEqual([]);
});

test('two agents do not sit at one telephone', async () => {
  const taken = await seatAgent(db, admin, { userId: pyotr, number: '101' });
  expect(taken).toEqual({ ok: false, error: { code: 'extension-taken' } });
  const agent = await seatAgent(db, { ...admin, roles: ['agent'] }, { userId: pyotr, number: '103' });
  expect(agent).toEqual({ ok: false, error: { code: 'forbidden' } });
});
