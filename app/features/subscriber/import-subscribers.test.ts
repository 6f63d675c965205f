import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { searchSubscribers } from '#db/tenant/queries/search.ts';
import { lineOptions, lines, searchTerms, subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import type { Rejection } from './import-row.ts';
import { type ImportOptions, importSubscribers } from './import-subscribers.ts';

const now = new Date('2026-03-01T10:00:00Z');
const accounts = [
  { id: 'a1', carrier: 'mts', title: 'Основной', carrierNames: ['mts', 'МТС'] },
  { id: 'b1', carrier: 'beeline', title: 'Основной', carrierNames: ['beeline', 'Билайн'] },
];
const manager: Actor = { userId: 'u1', name: 'Марина', roles: ['manager'] };
const header = 'ФИО;Договор;Телефон;Оператор;Тариф;Опции;Баланс';

function importText(db: TenantDb, rows: string[], options?: ImportOptions, actor = manager) {
  const bytes = iconv.encode([header, ...rows].join('\r\n'), 'win1251');
  return importSubscribers({ db, actor, accounts, now }, new Blob([new Uint8Array(bytes)]).stream(), options);
}

const anna = 'Анна Ёлкина;Д-1;89161234567;МТС;0495=Умный;PE1|PE2;100,50';
const boris = 'ООО «Борис»;Д-2;+7 903 123-45-67;Билайн;;;';

test('a file is taken in, and the same file again changes nothing', async () => {
  const { db } = await openTestTenant();
  expect(await importText(db, [anna, boris])).toEqual({
    ok: true,
    value: { rows: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 },
  });
  const stored = await db.select().from(lines);
  expect(stored).toMatchObject([
    {
      msisdn: '+79161234567',
      carrierAccountId: 'a1',
      tariffCode: '0495',
      balanceKopecks: 10050,
      seenAt: null,
    },
    { msisdn: '+79031234567', carrier: 'beeline', tariffCode: null, balanceKopecks: null },
  ]);
  expect((await db.select().from(subscribers)).map((owner) => owner.kind)).toEqual(['person', 'company']);
  expect(await db.select().from(lineOptions)).toHaveLength(2);
  const terms = await db.select().from(searchTerms);
  expect(await importText(db, [anna, boris])).toMatchObject({ value: { created: 0, unchanged: 2 } });
  expect(await db.select().from(lines)).toEqual(stored);
  expect(await db.select().from(searchTerms)).toEqual(terms);
});

test('a changed row is updated and found by its new name only', async () => {
  const { db } = await openTestTenant();
  await importText(db, [anna, boris]);
  const married = 'Анна Сосна;Д-1;89161234567;МТС;0496;PE2;';
  expect(await importText(db, [married, boris])).toMatchObject({ value: { updated: 1, unchanged: 1 } });
  expect((await searchSubscribers(db, 'Елкина', 5)).lines).toEqual([]);
  expect((await searchSubscribers(db, 'сосна', 5)).lines).toMatchObject([{ tariffName: '0496' }]);
  expect((await searchSubscribers(db, '4567', 5)).lines).toHaveLength(2);
  expect((await db.select().from(lineOptions)).map((option) => option.code)).toEqual(['PE2']);
  expect((await db.select().from(lines))[0]?.balanceKopecks).toBe(10050);
});

test('a new name keeps the numbers that the file does not speak of', async () => {
  const { db } = await openTestTenant();
  await importText(db, [boris, 'ООО «Борис»;Д-2;9030000009;Билайн;;;']);
  await importText(db, ['ООО «Борис и Ко»;Д-2;9030000009;Билайн;;;']);
  expect((await searchSubscribers(db, '9031234567', 5)).lines).toMatchObject([{ name: 'ООО «Борис и Ко»' }]);
});

test('what the carrier said stays dated until the file says otherwise', async () => {
  const { db } = await openTestTenant();
  await importText(db, [anna]);
  await commit(db, [db.update(lines).set({ seenAt: now })]);
  await importText(db, [anna]);
  expect((await db.select().from(lines))[0]?.seenAt).toEqual(now);
  await importText(db, ['Анна Ёлкина;Д-1;89161234567;МТС;0497;;']);
  expect((await db.select().from(lines))[0]).toMatchObject({ tariffCode: '0497', seenAt: null });
});

test('a number that moves to another contract is found there', async () => {
  const { db } = await openTestTenant();
  await importText(db, [anna, boris]);
  await importText(db, ['ООО «Борис»;Д-2;89161234567;Билайн;;;']);
  const { lines: hits } = await searchSubscribers(db, '9161234567', 5);
  expect(hits).toMatchObject([{ contractNumber: 'Д-2', carrier: 'beeline', lineCount: 2 }]);
  expect((await searchSubscribers(db, 'Елкина', 5)).lines).toEqual([]);
});

test('rows with faults are told and left out, the others are taken in', async () => {
  const { db } = await openTestTenant();
  const rejections: Rejection[] = [];
  const rows = [
    anna,
    'Виктор;Д-3;123;МТС;;;',
    'Анна;Д-9;9161234567;МТС;;;',
    'Пётр;Д-1;9160000001;МТС;;;',
    '',
    boris,
  ];
  const result = await importText(db, rows, { onReject: (rejection) => void rejections.push(rejection) });
  expect(result).toMatchObject({ ok: true, value: { rows: 5, created: 2, rejected: 3 } });
  expect(rejections).toEqual([
    { row: 3, field: 'msisdn', fault: 'phone-length', value: '123' },
    { row: 4, field: 'msisdn', fault: 'number-twice', value: '+79161234567', otherRow: 2 },
    { row: 5, field: 'contract', fault: 'contract-of-another-name', value: 'Пётр', otherRow: 2 },
  ]);
});

test('a file that breaks keeps what came before and says where', async () => {
  const { db } = await openTestTenant();
  expect(await importText(db, [anna, '"Виктор;Д-3', boris])).toMatchObject({
    ok: false,
    error: { code: 'csv-broken', row: 3, report: { created: 1 } },
  });
});

test('more rows than a batch are all stored, with progress', async () => {
  const { db } = await openTestTenant();
  const rows = Array.from({ length: 1201 }, (_, i) => `Имя ${i};Д-${i};${9_160_000_000 + i};МТС;;PE1;`);
  const seen: number[] = [];
  await importText(db, rows, { onProgress: (report) => void seen.push(report.created) });
  expect(seen).toEqual([500, 1000, 1201]);
  expect(await db.$count(lines)).toBe(1201);
});

test('an agent may not import', async () => {
  const { db } = await openTestTenant();
  const agent: Actor = { ...manager, roles: ['agent'] };
  expect(await importText(db, [anna], {}, agent)).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
});

test('an empty file and a file of other columns are refused', async () => {
  const { db } = await openTestTenant();
  const desk = { db, actor: manager, accounts, now };
  expect(await importSubscribers(desk, new Blob(['']).stream())).toMatchObject({
    error: { code: 'file-empty' },
  });
  expect(await importSubscribers(desk, new Blob(['a;b\n1;2']).stream())).toMatchObject({
    error: { code: 'columns-missing', columns: ['name', 'msisdn', 'carrier'], header: ['a', 'b'] },
  });
});
