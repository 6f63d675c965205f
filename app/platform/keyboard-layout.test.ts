import { expect, test } from 'vitest';
import { retypeText } from './keyboard-layout.ts';

test.each([
  ['ghbdtn', 'привет'],
  ['k.,jq nfhba', 'любой тариф'],
  ['hjevbyu', 'роуминг'],
  ['ьеы', 'mts'],
  ['уышь', 'esim'],
  ['З"ыыц0кв№1', 'P@ssw0rd#1'],
  ['100', '100'],
  ['', ''],
])('the keys of %j type %j', (typed, meant) => {
  expect(retypeText(typed)).toBe(meant);
});
