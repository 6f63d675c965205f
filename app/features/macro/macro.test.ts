import { expect, test } from 'vitest';
import { fillMacro, hasPlaceholder, type MacroValues, unknownVariables } from './macro.ts';

const values: MacroValues = {
  'subscriber.name': 'Анна Серова',
  'subscriber.contract': 'Д-7',
  'line.number': null,
  'case.number': '1042',
  'case.subject': 'Не работает интернет',
  'agent.name': 'Олег',
  'client.name': 'Волна',
};

test.each([
  ['Здравствуйте, {{subscriber.name}}!', 'Здравствуйте, Анна Серова!'],
  ['№ {{ case.number }}, {{client.name}}', '№ 1042, Волна'],
  ['Номер {{line.number}}', 'Номер {{line.number}}'],
  ['{{subscriber.nmae}} и {{__proto__}}', '{{subscriber.nmae}} и {{__proto__}}'],
  ['Ничего', 'Ничего'],
])('%s becomes %s', (body, filled) => {
  expect(fillMacro(body, values)).toBe(filled);
});

test('a value is put in as it is, whatever it looks like', () => {
  const odd = { ...values, 'subscriber.name': '$& {{case.number}}' };
  expect(fillMacro('{{subscriber.name}}', odd)).toBe('$& {{case.number}}');
});

test('a misspelt variable is named once', () => {
  expect(unknownVariables('{{subscriber.nmae}} {{case.number}} {{subscriber.nmae}}')).toEqual([
    'subscriber.nmae',
  ]);
});

test.each([
  ['Готово', false],
  ['Срок: {{срок}}', true],
])('%s has a place to fill: %s', (body, has) => {
  expect(hasPlaceholder(body)).toBe(has);
});
