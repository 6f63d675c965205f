import { expect, test } from 'vitest';
import { parseSendWindows, writeSendWindows } from './send-windows-text.ts';

const both = [
  { max: 3, windowMs: 1000 },
  { max: 60, windowMs: 60_000 },
];
test.each([
  ['3 за 1 с\n60 за 60 с', both],
  [' 3 per 1 s \r\n\n60/60', both],
  ['5 за 0,5 с', [{ max: 5, windowMs: 500 }]],
  ['', []],
  ['3 в секунду', null],
  ['3 за', null],
  ['-3 за 1 с', null],
])('%j', (text, windows) => {
  expect(parseSendWindows(text)).toEqual(windows);
});

test.each(['ru', 'en'] as const)('what is written in %s is read back', (locale) => {
  expect(parseSendWindows(writeSendWindows(both, locale))).toEqual(both);
});
