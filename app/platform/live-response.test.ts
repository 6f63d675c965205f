import { expect, test, vi } from 'vitest';
import { createLive } from './live.ts';
import { liveResponse } from './live-response.ts';

async function listen(tenantId: string, hearsPresence = true) {
  const live = createLive();
  const closing = new AbortController();
  const onAlive = vi.fn();
  const listener = { tenantId, userId: 'olga', closed: closing.signal, hearsPresence, onAlive };
  const response = liveResponse(live, listener);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => (await reader?.read())?.value;
  expect(await next()).toBe('retry: 2000\n\n');
  expect(onAlive).toHaveBeenCalledOnce();
  return { live, closing, response, next };
}

test('a page hears of its own tenant only', async () => {
  const { live, next, response } = await listen('t1');
  expect(response.headers.get('Content-Type')).toBe('text/event-stream');
  expect(response.headers.get('Cache-Control')).toContain('no-transform');
  live.publish('t2', [{ topic: 'request', id: 'foreign' }]);
  live.publish('t1', [{ topic: 'request', id: 'own' }]);
  expect(await next()).toBe('data: [{"topic":"request","id":"own"}]\n\n');
});

test('a page that was closed is not told anything', async () => {
  const { live, next, closing } = await listen('t1');
  closing.abort();
  live.publish('t1', [{ topic: 'request', id: 'late' }]);
  expect(await next()).toBeUndefined();
});

test.each([
  [
    true,
    ['event: presence\ndata: [{"topic":"presence","id":"c"}]\n\n', 'data: [{"topic":"case","id":"c"}]\n\n'],
  ],
  [false, ['data: [{"topic":"case","id":"c"}]\n\n']],
])('who is where is told apart, to colleagues only: %s', async (isColleague, told) => {
  const { live, next } = await listen('t1', isColleague);
  live.publish('t1', [{ topic: 'presence', id: 'c' }]);
  live.publish('t1', [{ topic: 'case', id: 'c' }]);
  for (const text of told) expect(await next()).toBe(text);
});

test('what is told to one person nobody else hears', async () => {
  const { live, next } = await listen('t1');
  live.publish('t1', [{ topic: 'call', id: 'c1', userId: 'pyotr' }]);
  live.publish('t1', [{ topic: 'call', id: 'c2', userId: 'olga' }]);
  expect(await next()).toBe('event: call\ndata: [{"topic":"call","id":"c2","userId":"olga"}]\n\n');
});

test('of points the pages of colleagues hear apart, and not whose', async () => {
  const { live, next } = await listen('t1');
  live.publish('t1', [{ topic: 'points', id: 'anna' }]);
  expect(await next()).toBe('event: points\ndata: []\n\n');
  const client = await listen('t1', false);
  client.live.publish('t1', [{ topic: 'points', id: 'anna' }]);
  client.live.publish('t1', [{ topic: 'case', id: 'c' }]);
  expect(await client.next()).toBe('data: [{"topic":"case","id":"c"}]\n\n');
});

test('an edited plan is told apart, so that only pages of plans are read again', async () => {
  const { live, next } = await listen('t1');
  live.publish('t1', [{ topic: 'roster', id: 'r' }]);
  expect(await next()).toBe('event: roster\ndata: [{"topic":"roster","id":"r"}]\n\n');
});
