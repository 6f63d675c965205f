import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { parseExport } from './directory.ts';
import { parseServices } from './services-page.ts';
import { OrderResult, SubscriberPage, TariffInfo, toKopecks, toMsisdn } from './wire.ts';

function sample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8')).message;
}

it.each([
  ['1 234,50 ₽', 123_450],
  ['1\u00a0234.5', 123_450],
  ['-15.50', -1_550],
  [12.3, 1_230],
  [0, 0],
  ['-0,00', 0],
  ['60.00 руб.', 6_000],
  ['-999999999', null],
  ['12.345', null],
  ['по тарифу', null],
  ['', null],
])('reads %s as %s kopecks', (roubles, kopecks) => {
  expect(toKopecks(roubles)).toBe(kopecks);
});

it('reads every amount that has kopecks at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
      fc.constantFrom('.', ','),
      (kopecks, point) => {
        const digits = String(Math.abs(kopecks)).padStart(3, '0');
        const text = `${kopecks < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
        const isSentinel = Math.abs(kopecks) >= 99_999_999_900;
        expect(toKopecks(text)).toBe(isSentinel ? null : kopecks);
      },
    ),
  );
});

it.each([
  ['79260000101', '+79260000101'],
  [9260000101, '+79260000101'],
  ['8 (926) 000-01-01', '+79260000101'],
  ['926000010', null],
  ['', null],
])('reads the number %s as %s', (text, msisdn) => {
  expect(toMsisdn(text)).toBe(msisdn);
});

it('reads a page of numbers, passing over an element without an id', () => {
  const page = SubscriberPage.parse((sample('list-page') as { data: unknown }).data);
  expect(
    page.elements.map((each) => each && [each.id, each.msisdn, each.account, each.balance, each.status]),
  ).toEqual([
    ['90021001', '+79260000101', '277300000101', 123_450, 'ACTIVE'],
    ['90021002', '+79260000102', '277300000102', -1_550, 'BLOCKED_BY_CLIENT'],
    ['90021003', '+79260000103', undefined, null, 'BLOCKED_BY_OPERATOR'],
    null,
  ]);
});

it('takes a single element for a list of one', () => {
  const one = { count: '1', elements: { id: 1, msisdn: '79260000101' } };
  expect(SubscriberPage.parse(one)).toMatchObject({ count: 1, elements: [{ id: '1' }] });
});

it.each([
  ['order-accepted', { cporId: '55120034', errors: [] }],
  ['order-partly-failed', { cporId: '55120035', errors: [{ subsId: '90021002', code: 'ALREADY_LOCKED' }] }],
  ['order-without-number', { cporId: undefined, errors: [] }],
])('reads the reply %s', (name, result) => {
  expect(OrderResult.parse(sample(name)).changeResult).toEqual(result);
});

it('reads the plan of a number', () => {
  const { data } = sample('info-tariff') as { data: unknown };
  expect(TariffInfo.parse(data)).toEqual({ ratePlan: { id: '2102', def: 'Управляй! Оптимальный' } });
});

it('reads the services page however its rows are quoted', () => {
  expect(parseServices(String(sample('services-page')))).toEqual([
    {
      code: '1104',
      name: 'Переадресация на голосовую почту',
      isOn: true,
      feeOnceKopecks: 0,
      feeMonthKopecks: 103_050,
      since: '2026-03-01',
    },
    {
      code: '1201',
      name: 'Интернет «S» & SMS',
      isOn: false,
      feeOnceKopecks: 0,
      feeMonthKopecks: null,
      since: null,
    },
  ]);
});

it.each([
  ['<html><body>Вход в кабинет</body></html>', null],
  ['<table id="services"></table>', []],
])('tells a page without services from another page: %s', (html, services) => {
  expect(parseServices(html)).toEqual(services);
});

it('finds the internal ids in the windows-1251 file', () => {
  const bytes = iconv.encode(String(sample('export')), 'win1251');
  expect([...(parseExport(new TextDecoder('windows-1251').decode(bytes)) ?? [])]).toEqual([
    ['+79260000101', '90021001'],
    ['+79260000102', '90021002'],
  ]);
});

it.each(['Номер;Тариф\n9260000101;Минимальный\n', '<html>"нет</html>', ''])('finds no ids in %j', (csv) => {
  expect(parseExport(csv)).toBeNull();
});
