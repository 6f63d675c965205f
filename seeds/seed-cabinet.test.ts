import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { cabinetNotices } from '#db/tenant/schema/cabinet.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { openCabinetWorld } from '#tests/setup/cabinet-world.ts';
import { findShownNumber, seedCabinet } from './seed-cabinet.ts';

test('what the ladder told by the cabinet is hung once, and the fullest cabinet is named', async () => {
  const { db, subscriber, line } = await openCabinetWorld();
  const at = new Date('2026-03-01T09:00:00Z');
  const told = {
    subscriberId: subscriber.id,
    purpose: 'collection',
    content: 'Срок',
    receivableId: 'r-own',
  } as const;
  const how = {
    address: 'cabinet',
    timeZone: 'unknown',
    by: 'worker',
    state: 'sent',
    at,
    sentAt: at,
  } as const;
  await commit(db, [
    db.insert(outreachAttempts).values([
      { id: 'a1', ...told, ...how, channel: 'cabinet', sequence: 1, sendKey: 'k1' },
      { id: 'a2', ...told, ...how, channel: 'sms', sequence: 2, sendKey: 'k2' },
    ]),
  ]);
  await seedCabinet(db);
  await seedCabinet(db);
  expect(await db.select().from(cabinetNotices)).toMatchObject([
    { attemptId: 'a1', content: 'Срок', at, readAt: null },
  ]);
  expect(await findShownNumber(db)).toBe(line.msisdn);
});
