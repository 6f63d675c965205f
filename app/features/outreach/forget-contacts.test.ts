import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { forgetContacts } from './forget-contacts.ts';

test('contacts and refusals are kept for three years and no longer', async () => {
  const { db, databases } = await openTestTenant();
  const now = new Date('2026-11-22T12:00:00Z');
  const times = [new Date('2023-11-22T11:59:00Z'), new Date('2023-11-22T12:00:00Z')];
  const person = { id: 's1', kind: 'person' as const, name: 'Анна', contractNumber: '1', createdAt: now };
  const about = { subscriberId: 's1', purpose: 'collection' as const, channel: 'sms' as const };
  const made = {
    address: '+79160000000',
    content: 'x',
    timeZone: 'unknown',
    state: 'sent' as const,
    by: 'w',
  };
  await commit(db, [
    db.insert(subscribers).values(person),
    ...times.flatMap((at, sequence) => [
      db.insert(outreachAttempts).values({ id: uuid(), ...about, ...made, sequence, sendKey: uuid(), at }),
      db.insert(outreachRefusals).values({ id: uuid(), ...about, rule: 'hours', sendKey: 'x', at }),
    ]),
  ]);
  await forgetContacts(db, now);
  expect(await db.select({ at: outreachAttempts.at }).from(outreachAttempts)).toEqual([{ at: times[1] }]);
  expect(await db.select({ at: outreachRefusals.at }).from(outreachRefusals)).toEqual([{ at: times[1] }]);
  databases.close();
});
