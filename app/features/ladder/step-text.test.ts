import { expect, test } from 'vitest';
import { fillStepText, variablesOf } from './step-text.ts';

const values = {
  name: 'Анна {sum}',
  sum: '450 ₽',
  due: '12 марта',
  days: '5',
  creditor: 'ООО «Волна»',
  phone: '8 800 100-00-00',
};

test('known names are filled in, others are left to be seen', () => {
  expect(fillStepText('{name}: {sum}, {summ}', values)).toBe('Анна {sum}: 450 ₽, {summ}');
});

test('what is filled in is not read again', () => {
  expect(fillStepText('{name}{name}', values)).toBe('Анна {sum}Анна {sum}');
});

test('every name in braces is told once', () => {
  expect(variablesOf('{sum} и {sum}, {Sum}, {}, без скобок')).toEqual(['sum', 'Sum', '']);
});
