import { expect, test } from 'vitest';
import { pageOf } from './guards.ts';

const list = 'http://localhost:4600/t/alfa/desk/requests?state=manual';

test.each([
  ['a page', '/t/alfa/desk/requests?mine=1', {}, '/t/alfa/desk/requests?mine=1'],
  ['a page, clicked from another', '/account', { 'Sec-Fetch-Dest': 'document', Referer: list }, '/account'],
  [
    'a search by a script',
    '/t/alfa/desk/search?q=1',
    { 'Sec-Fetch-Dest': 'empty', Referer: list },
    '/t/alfa/desk/requests?state=manual',
  ],
  [
    'a script of another place',
    '/t/alfa/desk/search',
    { 'Sec-Fetch-Dest': 'empty', Referer: 'https://evil.example/x' },
    '/t/alfa/desk/search',
  ],
  ['a script without a referrer', '/account', { 'Sec-Fetch-Dest': 'empty' }, '/account'],
])('after signing in again one is back at the page: %s', (_, path, headers, page) => {
  expect(pageOf(new Request(`http://localhost:4600${path}`, { headers: new Headers(headers) }))).toBe(page);
});
