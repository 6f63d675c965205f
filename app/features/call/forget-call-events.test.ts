import { expect, test } from 'vitest';
import { callEvents } from '#db/tenant/schema/call.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { CallTold } from './call.ts';
import { forgetCallEvents, keepCallEventsMs } from './forget-call-events.ts';
import { recordCall } from './record-call.ts';

const heardAt = new Date('2026-03-02T09:01:00Z');
const later = (ms: number) => new Date(heardAt.getTime() + ms);

test('what an exchange told is forgotten after three months; the contact stays', async () => {
  const { databases, db } = await openTestTenant();
  const hear = (callId: string, now: Date) => {
    const told = { callId, event: 'ringing', at: now.toISOString(), number: '89161234567', extension: '101' };
    return recordCall(db, CallTold.parse(told), now);
  };
  await hear('old', heardAt);
  await hear('new', later(1000));
  expect(await forgetCallEvents(db, later(keepCallEventsMs))).toBe(0);
  expect(await forgetCallEvents(db, later(keepCallEventsMs + 1))).toBe(1);
  expect(await db.select().from(callEvents)).toMatchObject([{ callId: 'new' }]);
  expect(await db.select().from(contacts)).toHaveLength(2);
  databases.close();
});
