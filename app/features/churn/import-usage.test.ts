import { asc } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { lineLives, lineUsage, lineUsageDays } from '#db/tenant/schema/churn.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { importUsage, type UsageOptions } from './import-usage.ts';

const now = new Date('2026-06-30T12:00:00Z');
const actor = { userId: 'm', name: 'М', roles: ['manager' as const] };
const [first, second] = [makeLine(1), makeLine(2)];
let db: TenantDb;
beforeEach(async () => {
  ({ db } = await openTestTenant());
  await commit(db, [
    db.insert(subscribers).values([makeSubscriber(1), makeSubscriber(2)]),
    db.insert(lines).values([first, second]),
    db.insert(lineLives).values({ lineId: first.id, joinedOn: '2025-01-01', lastActiveOn: '2026-05-01' }),
  ]);
});

async function* fileOf(text: string) {
  for (let from = 0; from < text.length; from += 997)
    yield new TextEncoder().encode(text.slice(from, from + 997));
}
const take = (text: string, options: UsageOptions = {}, at = now) =>
  importUsage({ db, now: at, timeZone: 'Europe/Moscow', actor }, fileOf(text), options);
const months = () => db.select().from(lineUsage).orderBy(asc(lineUsage.lineId), asc(lineUsage.month));

const file = [
  'Номер;Дата;Минуты;Мегабайты;СМС;Начислено',
  `${first.msisdn};30.05.2026;10,2;1 024,5;3;12,50`,
  `${first.msisdn};31.05.2026;5;;;`,
  `${first.msisdn};2026-06-01;7;70;1;`,
  `${second.msisdn};2026-06-01;;;;`,
].join('\n');

test('days are kept, and their month is their sum; the same file again doubles nothing', async () => {
  const value = { rows: 4, taken: 4, rejected: 0, rejections: [] };
  expect(await take(file)).toEqual({ ok: true, value });
  const known = await months();
  expect(known).toMatchObject([
    { lineId: first.id, month: '2026-05', minutes: 16, megabytes: 1025, messages: 3, feeKopecks: 1250 },
    { lineId: first.id, month: '2026-06', minutes: 7, megabytes: 70, messages: 1, feeKopecks: 0 },
    { lineId: second.id, month: '2026-06', minutes: 0 },
  ]);
  expect(await take(file, {}, new Date('2026-07-01T12:00:00Z'))).toEqual({ ok: true, value });
  // Told at the first time: nobody is scored for what did not change.
  expect(await months()).toEqual(known);
  expect(await db.select().from(lineLives)).toMatchObject([{ lastActiveOn: '2026-06-01' }]);
});

test('a day told anew takes the place of what was told of it', async () => {
  await take(file);
  await take(`number,date,minutes\n${first.msisdn},2026-05-31,50\n${first.msisdn},2026-05-31,40`);
  expect((await months())[0]).toMatchObject({ month: '2026-05', minutes: 51, megabytes: 1025 });
  expect(await db.select().from(lineUsageDays)).toHaveLength(4);
});

test('what cannot be taken is told with its row, and the rest is taken', async () => {
  const rejected: unknown[] = [];
  const rows = [
    'number,date,minutes,mb',
    `${first.msisdn},2026-06-01,1,1`,
    '79990000000,2026-06-01,1,1',
    ',2026-06-01,1,1',
    `${first.msisdn},2026-06-31,1,1`,
    `${first.msisdn},2026-07-01,1,1`,
    `${first.msisdn},2026-06-02,-1,1`,
    `${first.msisdn},2026-06-02,1441,1`,
    `${first.msisdn},2026-06-02,many,1`,
  ];
  const taken = await take(rows.join('\n'), { onReject: (one) => void rejected.push(one) });
  expect(taken).toMatchObject({ ok: true, value: { rows: 8, taken: 1, rejected: 7 } });
  expect(rejected).toEqual([
    { row: 4, why: 'no-number' },
    { row: 5, why: 'bad-date' },
    { row: 6, why: 'day-ahead' },
    { row: 7, why: 'bad-amount' },
    { row: 8, why: 'bad-amount' },
    { row: 9, why: 'bad-amount' },
    { row: 3, why: 'unknown-number' },
  ]);
});

test('more rows than a batch are all taken, and a file that breaks keeps what stood before', async () => {
  const dates = Array.from({ length: 28 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`);
  const rows = Array.from({ length: 60 }, () => dates.map((on) => `${first.msisdn},${on},2`)).flat();
  const broken = await take(['number,date,minutes', ...rows, '"1,2'].join('\n'));
  expect(broken).toMatchObject({ error: { code: 'csv-broken', report: { rows: 1680, taken: 1680 } } });
  expect(await months()).toMatchObject([{ month: '2026-02', minutes: 56 }]);
});

test.each([
  [
    'five hundred columns',
    Array.from({ length: 500 }, (_, n) => `c${n}`).join(','),
    {},
    { code: 'too-many-columns', columns: 500 },
  ],
  ['no use', 'number,date\n1,2', {}, { code: 'columns-missing' }],
  ['a heading alone', 'number,date,minutes', {}, { code: 'file-empty' }],
  ['nothing', '', {}, { code: 'file-empty' }],
  [
    'a name that is not there',
    'number,date,mb',
    { mapping: { megabytes: 'Трафик' } },
    { code: 'header-not-found', name: 'Трафик' },
  ],
])('%s is refused clearly', async (_, text, options, error) => {
  expect(await take(text, options)).toEqual({ ok: false, error });
});

test('a column may be named; an agent imports nothing', async () => {
  const named = { mapping: { megabytes: 'Трафик за день' } };
  await take(`Абонентский;номер;дата;Трафик за день\nx;${first.msisdn};2026-06-01;300`, named);
  expect(await months()).toMatchObject([{ megabytes: 300 }]);
  const desk = { db, now, timeZone: 'Europe/Moscow', actor: { ...actor, roles: ['agent' as const] } };
  expect(await importUsage(desk, fileOf(file))).toMatchObject({ error: { code: 'forbidden' } });
});
