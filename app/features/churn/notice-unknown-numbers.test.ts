import { beforeEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { noticeUnknownNumbers } from './notice-unknown-numbers.ts';
import { readLineRisk } from './read-line-risk.ts';

const now = new Date('2026-06-30T12:00:00Z');
const line = makeLine(1, { createdAt: new Date('2026-01-01T09:00:00Z') });
const actor = { userId: 'a', name: 'А', roles: ['agent' as const] };
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
let db: TenantDb;
beforeEach(async () => {
  ({ db } = await openTestTenant());
  await commit(db, [db.insert(subscribers).values(makeSubscriber(1)), db.insert(lines).values(line)]);
});

let made = 0;
async function refuse(days: number, kind: 'line.unblock' | 'option.connect' = 'line.unblock') {
  made += 1;
  const payload = kind === 'line.unblock' ? { kind } : { kind, optionCode: 'X' };
  const failure = { class: 'not_found' as const, code: '20005', text: 'CTN_NOT_FOUND' };
  const refused = { state: 'refused' as const, changedAt: ago(days), failure };
  const row = makeRequest(made, { lineId: line.id, kind, payload, ...refused });
  expect((await commit(db, [db.insert(requests).values(row)])).ok).toBe(true);
}
const notice = async () => {
  await noticeUnknownNumbers({ db, now: () => now, timeZone: 'Europe/Moscow' });
  return db.select().from(departures);
};

test('said once it is a sign for a person, said on another day a departure', async () => {
  await refuse(9);
  expect(await notice()).toEqual([]);
  expect((await readLineRisk({ db, actor }, line.id))?.unknownAt).toBe(ago(9).getTime());
  await refuse(2);
  const gone = { kind: 'disconnected', on: '2026-06-21', reason: 'unknown', notedBy: 'worker' };
  expect(await notice()).toMatchObject([gone]);
  expect(await notice()).toHaveLength(1);
});

test('an option that was not found, or a number that the carrier knew since, is no sign', async () => {
  await refuse(9, 'option.connect');
  await refuse(8, 'option.connect');
  expect(await notice()).toEqual([]);
  expect((await readLineRisk({ db, actor }, line.id))?.unknownAt).toBeNull();
  await refuse(7);
  await refuse(5);
  made += 1;
  const known = makeRequest(made, { lineId: line.id, state: 'done', changedAt: ago(1) });
  await commit(db, [db.insert(requests).values(known)]);
  expect(await notice()).toEqual([]);
});
