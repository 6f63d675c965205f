import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { storeLine } from '#app/features/subscriber/store-line.ts';
import type { Msisdn } from '#carriers/port.ts';
import { commit } from '#db/commit.ts';
import { balanceReadings } from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';

test('what a carrier says of a balance is kept when it has changed', async () => {
  const { db } = await openTestTenant();
  const line = makeLine(1);
  await commit(db, [db.insert(subscribers).values(makeSubscriber(1)), db.insert(lines).values(line)]);
  const seen = {
    carrierLineId: null,
    accountNumber: null,
    tariff: null,
    iccid: null,
    blocked: null,
    options: [],
    msisdn: line.msisdn as Msisdn,
  };
  const said = [500, 500, 300, null, 300, 500];
  for (const [hour, balanceKopecks] of said.entries()) {
    const at = new Date(Date.UTC(2026, 10, 20, hour));
    await commit(db, storeLine(db, line.id, { ...seen, balanceKopecks }, at));
  }
  const kept = await db.select().from(balanceReadings).orderBy(asc(balanceReadings.at));
  expect(kept.map(({ kopecks, at, source }) => [kopecks, at.getUTCHours(), source])).toEqual([
    [500, 0, 'carrier'],
    [300, 2, 'carrier'],
    [500, 5, 'carrier'],
  ]);
});
