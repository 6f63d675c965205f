import { expect, test } from 'vitest';
import { isSameReading } from './revalidation.ts';

const url = (path: string) => new URL(path, 'http://localhost');
const list = url('/t/a/desk/requests?state=manual');
const one = url('/t/a/desk/requests/1?state=manual');

test.each([
  ['a walk to a page under it', { currentUrl: list, nextUrl: one }, true, true],
  [
    'the same address once more: the stream said that something changed',
    { currentUrl: list, nextUrl: list },
    true,
    false,
  ],
  ['an action', { currentUrl: list, nextUrl: one, formMethod: 'POST' as const }, true, false],
  ['a search form', { currentUrl: list, nextUrl: one, formMethod: 'GET' as const }, true, true],
  ['another client or filter', { currentUrl: list, nextUrl: one }, false, false],
])('%s', (_, args, isSameSubject, isSame) => {
  expect(isSameReading(args as Parameters<typeof isSameReading>[0], isSameSubject)).toBe(isSame);
});
