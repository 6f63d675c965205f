import { expect, test } from 'vitest';
import { readAccountForm } from './account-form.ts';

const sent = {
  title: 'Договор 1',
  settings: '{"baseUrl":"https://api.example"}',
  windows: '3 за 1 с',
  'credential.login': 'a',
  concurrency: '4',
  deadline: '30',
};
const form = (overrides: Record<string, string> = {}) => {
  const fields = new FormData();
  for (const [name, value] of Object.entries({ ...sent, ...overrides })) fields.append(name, value);
  return fields;
};

test('a filled form', () => {
  const fields = form();
  fields.append('disabledKinds', 'sim.replace');
  fields.append('disabledKinds', 'line.block');
  fields.append('asksBalances', 'on');
  expect(readAccountForm(fields)).toEqual({
    ok: true,
    value: {
      title: 'Договор 1',
      settings: { baseUrl: 'https://api.example' },
      windows: [{ max: 3, windowMs: 1000 }],
      credentials: { login: 'a' },
      concurrency: 4,
      deadlineMs: 30_000,
      disabledKinds: ['sim.replace', 'line.block'],
      asksBalances: true,
    },
  });
});

test.each([
  ['title', { title: ' ' }, 'required'],
  ['settings', { settings: '{' }, 'json'],
  ['settings', { settings: '[]' }, 'other'],
  ['windows', { windows: 'как получится' }, 'windows'],
  ['concurrency', { concurrency: 'много' }, 'concurrency'],
  ['concurrency', { concurrency: '0' }, 'concurrency'],
  ['deadlineMs', { deadline: '0.5' }, 'deadline'],
  ['disabledKinds', { disabledKinds: 'line.sell' }, 'other'],
] as const)('a wrong %s: %j', (field, wrong, fault) => {
  expect(readAccountForm(form(wrong))).toEqual({ ok: false, faults: { [field]: fault } });
});
