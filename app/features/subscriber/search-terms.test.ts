import { expect, test } from 'vitest';
import { readSearchQuery, searchTermsOf } from './search-terms.ts';

test('a subscriber is found by the words of the name, the contract and the end of each number', () => {
  const terms = searchTermsOf({
    name: 'ООО «Алёнкин Дом-2»',
    contractNumber: 'М-2024/00123',
    msisdns: ['+79161234567', '+79030000001'],
  });
  expect(terms).toEqual(['ооо', 'аленкин', 'дом', '2', 'м202400123', '#7654321619', '#1000000309']);
});

test.each([
  ['Иванов Пётр', { words: ['иванов', 'петр'], contract: null, lastDigits: null, requestNumber: null }],
  [
    'М-2024/001',
    { words: ['м', '2024', '001'], contract: 'м2024001', lastDigits: null, requestNumber: null },
  ],
  ['45-67', { words: ['45', '67'], contract: '4567', lastDigits: '4567', requestNumber: null }],
  ['4567', { words: ['4567'], contract: '4567', lastDigits: '4567', requestNumber: 4567 }],
  ['№ 1042', { words: ['1042'], contract: '1042', lastDigits: null, requestNumber: 1042 }],
  ['#12', { words: ['12'], contract: '12', lastDigits: null, requestNumber: 12 }],
])('%s is read', (text, query) => {
  expect(readSearchQuery(text)).toEqual(query);
});

test.each(['+7 (916) 123-45-67', '89161234567', '79161234567', '916 123 45 67'])(
  '%s asks for ten digits',
  (text) => {
    expect(readSearchQuery(text)?.lastDigits).toBe('9161234567');
  },
);

test.each(['', '  ', 'а', '%_', '«»'])('"%s" asks for nothing', (text) => {
  expect(readSearchQuery(text)).toBeNull();
});

test('a request is found by its number even when it has one digit', () => {
  expect(readSearchQuery('#7')?.requestNumber).toBe(7);
});
