import { expect, test } from 'vitest';
import { contactsIn } from './find-strangers.ts';

test.each([
  ['Позвоните на 8 (916) 123-45-67', ['+79161234567'], []],
  ['+79161234567, 9161234567 и Anna.S@Mail.ru', ['+79161234567'], ['anna.s@mail.ru']],
  ['Заявка 1042 от 01.02.2026, договор 79161234', [], []],
  ['id 018f0000-9161-2345-8000-000000000001', [], []],
  ['', [], []],
])('%s speaks of %s and %s', (text, msisdns, emails) => {
  expect(contactsIn(text)).toEqual({ msisdns, emails });
});

test('a long list is cut, not read whole', () => {
  const list = Array.from({ length: 500 }, (_, n) => `+7916${String(1_000_000 + n)}`).join('\n');
  expect(contactsIn(list).msisdns).toHaveLength(20);
});
