import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { contactRules, outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { lawfulLimits } from './contact-sources.ts';
import { openCall, readDialling } from './open-call.ts';

const agent: Actor = { userId: 'agent-1', name: 'Анна Операторова', roles: ['agent'] };
const client: Actor = { userId: 'client-1', name: 'Заказчик', roles: ['client'] };
const noon = new Date('2026-03-02T09:00:00Z');
const night = new Date('2026-03-02T20:30:00Z');
const line = makeLine(1, { msisdn: '+79163334455' });
let db: TenantDb;
const desk = (now = noon, actor = agent) => ({ db, actor, now });
const dial = (purpose: 'answer' | 'service' | 'collection', now = noon, formToken = uuid()) =>
  openCall(desk(now), { lineId: line.id, purpose, formToken });
beforeEach(async () => {
  db = (await openTestTenant()).db;
  const speaks = { mode: 'creditor' as const, creditorName: 'Волна', creditorPhone: '+74950000000' };
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { kind: 'person', timeZone: 'Europe/Moscow' })),
    db.insert(lines).values(line),
    db.insert(contactRules).values({
      id: 'rules',
      from: new Date(0),
      ...speaks,
      callLabel: 'Волна',
      limits: lawfulLimits,
      setBy: 'm',
      setAt: noon,
    }),
  ]);
});

test('the number is shown once the gate let the call through, and both stand in the books', async () => {
  expect(await dial('collection')).toEqual({ ok: true, value: { number: '+7 916 333-44-55' } });
  expect(await db.select().from(outreachAttempts)).toMatchObject([
    { channel: 'call', purpose: 'collection', state: 'sent', by: 'agent-1' },
  ]);
  expect(await db.select().from(accessLog)).toMatchObject([
    { userId: 'agent-1', field: `msisdn:${line.id}` },
  ]);
});

test('a second call of the day about a debt is refused before the number is shown; an answer is not', async () => {
  await dial('collection');
  expect(await dial('collection')).toMatchObject({ error: { code: 'call-refused', rule: 'calls-day' } });
  expect(await db.select().from(accessLog)).toHaveLength(1);
  expect(await db.select().from(outreachRefusals)).toHaveLength(1);
  expect((await dial('answer')).ok).toBe(true);
});

test('at night it says until when, for each thing one may call about', async () => {
  const read = await readDialling(desk(night), line.id);
  expect(read.ok && read.value.map(({ purpose, decision }) => [purpose, decision.allowed])).toEqual([
    ['answer', true],
    ['service', false],
    ['collection', false],
  ]);
  expect(await dial('service', night)).toMatchObject({
    error: { rule: 'hours', until: new Date('2026-03-03T05:00:00Z') },
  });
});

test('pressed twice it is one call; who may not see numbers dials nobody', async () => {
  const formToken = uuid();
  const both = await Promise.all([dial('service', noon, formToken), dial('service', noon, formToken)]);
  expect(both.some(({ ok }) => ok)).toBe(true);
  expect((await dial('service', noon, formToken)).ok).toBe(true);
  expect(await db.select().from(outreachAttempts)).toHaveLength(1);
  const asked = { lineId: line.id, purpose: 'answer' as const, formToken: uuid() };
  expect(await openCall(desk(noon, client), asked)).toMatchObject({ error: { code: 'forbidden' } });
});
