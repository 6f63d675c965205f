import { beforeEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { departures, lineLives } from '#db/tenant/schema/churn.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { importDepartures } from './import-departures.ts';

const now = new Date('2026-06-30T12:00:00Z');
const actor = { userId: 'm', name: 'М', roles: ['manager'] } as const;
let db: TenantDb;
let first: string;
let second: string;
beforeEach(async () => {
  ({ db } = await openTestTenant());
  const one = makeLine(1, { createdAt: new Date('2026-01-01T09:00:00Z') });
  const other = makeLine(2, { createdAt: new Date('2026-01-01T09:00:00Z') });
  [first, second] = [one.msisdn, other.msisdn];
  await commit(db, [
    db.insert(subscribers).values([makeSubscriber(1), makeSubscriber(2)]),
    db.insert(lines).values([one, other]),
  ]);
});

async function* fileOf(text: string) {
  for (let from = 0; from < text.length; from += 7)
    yield new TextEncoder().encode(text.slice(from, from + 7));
}
const take = (text: string, who = actor as Parameters<typeof importDepartures>[0]['actor']) =>
  importDepartures({ db, now, timeZone: 'Europe/Moscow', actor: who }, fileOf(text));

test('rows are taken one by one, what cannot be is told with its row, and again changes nothing', async () => {
  const file = [
    'Номер;Дата;Вид;Причина;Возврат?;Дата возврата;Дата подключения',
    `${first};01.03.2026;перенос;цена;;2026-04-01;2025-06-01`,
    `${second};2026-02-30;;;;;`,
    '79990000000;2026-03-01;;;;;',
    `${second};2026-03-01;улетел;;;;`,
    `${second};2026-07-01;;;;;`,
    `${second};2025-03-01;;;;;`,
    ';;;;;;',
  ].join('\n');
  const rejections = [
    { row: 3, why: 'bad-date' },
    { row: 4, why: 'unknown-number' },
    { row: 5, why: 'bad-kind' },
    { row: 6, why: 'departure-ahead' },
    { row: 7, why: 'departure-before-joined' },
    { row: 8, why: 'no-number' },
  ];
  const value = { rows: 7, noted: 1, returned: 1, known: 0, rejected: 6, rejections };
  expect(await take(file)).toEqual({ ok: true, value });
  expect(await take(file)).toEqual({ ok: true, value: { ...value, noted: 0, returned: 0, known: 1 } });
  expect(await db.select().from(departures)).toMatchObject([
    { kind: 'port-out', on: '2026-03-01', reason: 'price', returnedOn: '2026-04-01', notedBy: 'import:m' },
  ]);
  expect(await db.select().from(lineLives)).toMatchObject([{ joinedOn: '2025-06-01' }]);
});

test.each([
  [
    'five hundred columns',
    Array.from({ length: 500 }, (_, n) => `c${n}`).join(','),
    { code: 'too-many-columns', columns: 500 },
  ],
  ['no date', 'number,reason\n1,2', { code: 'columns-missing' }],
  ['a heading alone', 'number,date', { code: 'file-empty' }],
  ['nothing', '', { code: 'file-empty' }],
  ['an open quote', 'number,date\n"1,2', { code: 'csv-broken' }],
])('%s is refused clearly', async (_, text, error) => {
  expect(await take(text)).toEqual({ ok: false, error });
});

test('an agent imports nothing', async () => {
  const agent = { ...actor, roles: ['agent' as const] };
  expect(await take('number,date', agent)).toMatchObject({ error: { code: 'forbidden' } });
});
