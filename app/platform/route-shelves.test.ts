import type { ServerBuild } from 'react-router';
import { expect, test } from 'vitest';
import { shelveRoutes, wordsOf } from './route-shelves.ts';

const table: [id: string, path: string | undefined, parentId?: string][] = [
  ['root', undefined],
  ['sign-in', 'sign-in', 'root'],
  ['routes/desk/layout', 't/:tenant', 'root'],
  ['home', undefined, 'routes/desk/layout'],
  ['list', 'desk/requests', 'routes/desk/layout'],
  ['request', ':requestId', 'list'],
  ['retry', 'desk/requests/:requestId/retry', 'routes/desk/layout'],
  ['live', 'live', 'routes/desk/layout'],
  ['not-found', '*', 'root'],
];
const routes = Object.fromEntries(
  table.map(([id, path, parentId]) => [id, { id, path, parentId, module: {} }]),
) as unknown as ServerBuild['routes'];
const common = ['root', 'sign-in', 'routes/desk/layout', 'home', 'not-found'];

test('a shelf holds what begins with its words, and all that is not of the desk', () => {
  const shelves = shelveRoutes(routes);
  const held = [...shelves].map(([words, own]) => [words, Object.keys(own)]);
  expect(held).toEqual([
    ['desk/requests', [...common, 'list', 'request', 'retry']],
    ['live', [...common, 'live']],
  ]);
});

test.each([
  ['/t/volna/desk/requests.data', 'desk/requests'],
  ['/t/volna/desk/requests/018f.data', 'desk/requests'],
  ['/t/volna/desk/requests/018f/retry.data', 'desk/requests'],
  ['/t/volna/live.data', 'live'],
  ['/t/volna/desk/requests', undefined],
  ['/t/volna.data', undefined],
  ['/account.data', undefined],
])('%s lies on the shelf %s', (pathname, words) => {
  expect(wordsOf(pathname)).toBe(words);
});
