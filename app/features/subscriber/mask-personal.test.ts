import { expect, test } from 'vitest';
import { maskPersonal, maskText } from './mask-personal.ts';

test.each([
  ['Перезвонить на +7 916 123-45-67 вечером', 'Перезвонить на +7 9•• •••-45-67 вечером'],
  ['номер 8(916)1234567', 'номер +7 9•• •••-45-67'],
  ['9161234567', '+7 9•• •••-45-67'],
  ['счёт на ivan@example.ru', 'счёт на •••@•••'],
  ['ИНН 7707083893, договор В-2025-009899', 'ИНН 7707083893, договор В-2025-009899'],
  ['01a1f7db-7c7d-7005-8000-a9161234567b', '01a1f7db-7c7d-7005-8000-a9161234567b'],
  ['заявка 179531553600094', 'заявка 179531553600094'],
])('%s', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test('every text inside is masked, and nothing else changes', () => {
  const at = new Date(0);
  const page = { id: 7, at, none: null, asks: [{ field: 'task', text: '+79161234567' }] };
  expect(maskPersonal(page)).toEqual({ ...page, asks: [{ field: 'task', text: '+7 9•• •••-45-67' }] });
});
