import { expect, test } from 'vitest';
import { nameCreditor } from './name-creditor.ts';

const rules = { creditorName: 'Волна', creditorPhone: '+7 495 123-45-67' };

test.each([
  ['Оплатите связь.', 'Оплатите связь.\nВолна, +7 495 123-45-67'],
  ['Волна: оплатите связь.', 'Волна: оплатите связь.\n+7 495 123-45-67'],
  ['Оплатите связь. 8 (495) 123-45-67', 'Оплатите связь. 8 (495) 123-45-67\nВолна'],
  ['Волна, +74951234567: оплатите связь.', 'Волна, +74951234567: оплатите связь.'],
])('%s', (text, named) => {
  expect(nameCreditor(text, rules)).toBe(named);
});
