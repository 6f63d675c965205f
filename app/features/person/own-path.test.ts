import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/', '/account', '/t/volna/desk/requests?state=manual&q=%2B7916', '/t/волна#top', '/a//b'])(
  '%s is ours',
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

test.each([
  null,
  '',
  'account',
  '//evil',
  '///evil',
  '/\\evil',
  '\\\\evil',
  '/%5cevil',
  '/%5Cevil',
  '/%2fevil',
  '/%2F%2Fevil',
  '/\t/evil',
  '/\n/evil',
  ' //evil',
  '/ /evil',
  'https:evil',
  'https://evil',
  'javascript:alert(1)',
  'data:text/html,x',
  '/a\\..\\evil',
  '/sign-in?to=/x',
  '/sign-out',
])('%j leads home', (path) => {
  expect(ownPath(path)).toBe('/');
});

test.each([
  ['/t/volna/desk/requests.data', '/t/volna/desk/requests'],
  ['/t/volna/desk/requests.data?state=manual', '/t/volna/desk/requests?state=manual'],
  ['/_root.data', '/'],
  ['/account/_.data', '/account'],
])('%s is the page %s', (to, page) => {
  expect(ownPath(to)).toBe(page);
});
