import { expect, test } from 'vitest';
import { analyseText, termsOf } from './analyse-text.ts';

test.each([
  [['тариф', 'тарифа', 'тарифов', 'тарифами', 'Тарифу']],
  [['заявка', 'заявок', 'заявке', 'заявками']],
  [['звонок', 'звонка', 'звонки', 'звонков']],
  [['симка', 'симок', 'симку', 'симкой']],
  [['платёж', 'платеж', 'платежа', 'платежи']],
  [['деньги', 'денег', 'деньгами']],
  [['блокировка', 'блокировок', 'блокировку']],
  [['гигабайт', 'гигабайта', 'гигабайтов']],
])('the forms %j are one word', (forms) => {
  expect(new Set(forms.flatMap(termsOf)).size).toBe(1);
});

test.each([
  ['Как узнать баланс?', ['узна', 'баланс']],
  ['*100#', ['u100']],
  ['наберите *111*217# и 100', ['набер', 'u111x217', '100']],
  ['**21*номер#', ['u21', 'номер']],
  ['##002#', ['u002']],
  ['5ГБ', ['5', 'гб']],
  ['4G и LTE', ['4g', 'lte']],
  ['0890', ['0890']],
  ['сим-карта', ['сим', 'карт']],
  ['и в не что', []],
  ['', []],
  ['"; drop table', ['drop', 'table']],
])('%j is the terms %j', (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test('a term knows where it stands in the text', () => {
  const text = 'За границей: 5ГБ';
  expect(analyseText(text).map(({ start, end }) => text.slice(start, end))).toEqual(['границей', '5', 'ГБ']);
});

test('twenty thousand characters without a break are one word', () => {
  expect(termsOf('ж'.repeat(20_000))).toEqual(['ж'.repeat(40)]);
});
