import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { searchTermsOf } from '#app/features/subscriber/search-terms.ts';
import { makeLine, makeRequest, makeSubscriber, makeTenant } from '#seeds/factories.ts';
import { commit, type Statement } from '../../commit.ts';
import { tenants } from '../../control/schema.ts';
import { migrateAll, migrateDatabase } from '../../migrate.ts';
import { openDatabases, type TenantDb } from '../../open.ts';
import { requests } from '../schema/request.ts';
import { lineOptions, lines, searchTerms, subscribers } from '../schema/subscriber.ts';
import { getLineCard, listLinesOfSubscriber, requestsOfLine } from './lines.ts';
import {
  firstLinesQuery,
  linesByLastDigitsQuery,
  requestByNumberQuery,
  searchSubscribers,
  subscribersByTerms,
} from './search.ts';

const people = [
  { name: 'Иванов Пётр Семёнович', contractNumber: 'М-2024/001' },
  { name: 'Иванова Анна Петровна', contractNumber: 'М-2024/002' },
  { name: 'ООО «Ромашка»', contractNumber: 'Ю-77' },
];

async function makeBase(): Promise<TenantDb> {
  const databases = await openDatabases({ dataDir: mkdtempSync(join(tmpdir(), 'pult-')) });
  await migrateDatabase(databases.control, 'control');
  const tenant = makeTenant(1);
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenant.id);
  const owners = people.map((person, index) => makeSubscriber(index, person));
  const romashka = owners[2]?.id ?? '';
  const numbers = [0, 1, 2, 3].map((seed) => makeLine(seed, seed === 3 ? { subscriberId: romashka } : {}));
  const terms = owners.flatMap((owner) => {
    const msisdns = numbers.filter((line) => line.subscriberId === owner.id).map((line) => line.msisdn);
    return searchTermsOf({ ...owner, msisdns }).map((term) => ({ term, subscriberId: owner.id }));
  });
  await commit(db, [
    db.insert(subscribers).values(owners),
    db.insert(lines).values(numbers),
    db.insert(searchTerms).values(terms),
    db
      .insert(requests)
      .values([
        makeRequest(1042, { lineId: numbers[0]?.id ?? '' }),
        makeRequest(1041, { lineId: numbers[0]?.id ?? '', state: 'done' }),
      ]),
    db
      .insert(lineOptions)
      .values({ lineId: numbers[0]?.id ?? '', code: 'PE1', name: 'Роуминг', since: null }),
  ]);
  return db;
}

test.each([
  ['иванов', ['М-2024/001', 'М-2024/002']],
  ['ИВАНОВ петр', ['М-2024/001', 'М-2024/002']],
  ['семенович', ['М-2024/001']],
  ['Иванов Ромашка', []],
  ['ромаш', ['Ю-77']],
  ['ю77', ['Ю-77']],
  ['м-2024/002', ['М-2024/002']],
  ['+7 910 000-00-01', ['М-2024/002']],
  ['8 (910) 000 00 03', ['Ю-77']],
  ['00-03', ['Ю-77']],
  ["' or 1=1 --", []],
])('%s finds %j', async (text, contracts) => {
  const { lines: hits } = await searchSubscribers(await makeBase(), text, 10);
  expect(hits.map((hit) => hit.contractNumber)).toEqual(contracts);
});

test('a hit is masked and says how many lines the subscriber has', async () => {
  const { lines: hits } = await searchSubscribers(await makeBase(), 'ромашка', 10);
  expect(hits).toMatchObject([{ maskedNumber: '+7 9•• •••-00-02', lineCount: 2 }]);
  expect(JSON.stringify(hits)).not.toContain('9100000002');
});

test('a request is found by its number', async () => {
  const { requests: hits } = await searchSubscribers(await makeBase(), '№1042', 10);
  expect(hits).toMatchObject([{ number: 1042, state: 'queued', name: 'Иванов Пётр Семёнович' }]);
});

test('the limit holds', async () => {
  expect((await searchSubscribers(await makeBase(), 'иванов', 1)).lines).toHaveLength(1);
});

test('a card has the line, its options, and its open and closed requests', async () => {
  const db = await makeBase();
  const card = await getLineCard(db, makeLine(0).id);
  expect(card).toMatchObject({
    subscriber: { contractNumber: 'М-2024/001' },
    options: [{ code: 'PE1' }],
    openRequests: [{ number: 1042 }],
    lastRequests: [{ number: 1041 }],
  });
  expect(await getLineCard(db, 'of another tenant')).toBeNull();
  expect(await listLinesOfSubscriber(db, makeSubscriber(2).id)).toHaveLength(2);
});

test('every read goes by an index', async () => {
  const db = await makeBase();
  const queries: Statement[] = [
    subscribersByTerms(db, ['иванов', 'петр'], 10),
    firstLinesQuery(db, ['a', 'b']),
    linesByLastDigitsQuery(db, '4567', 10),
    requestByNumberQuery(db, 1042),
    requestsOfLine(db, 'a', 'open'),
    requestsOfLine(db, 'a', 'closed').limit(20),
  ];
  for (const query of queries) {
    const { sql, params } = query.toSQL();
    const plan = await db.$client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: params as string[] });
    const steps = plan.rows.map((row) => String(row.detail));
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(steps.some((step) => step.startsWith('SEARCH'))).toBe(true);
  }
});
