import { expect, test } from 'vitest';
import { createLive } from './live.ts';
import { liveResponse } from './live-response.ts';

async function open() {
  const live = createLive();
  const visit = new AbortController();
  const reader = liveResponse(live, 'alfa', visit.signal)
    .body?.pipeThrough(new TextDecoderStream())
    .getReader();
  if (!reader) throw new Error('The stream has no body.');
  await reader.read();
  return { live, visit, reader };
}

test('a stream tells of its own tenant only', async () => {
  const { live, visit, reader } = await open();
  live.publish('beta', [{ topic: 'request', id: 'b' }]);
  live.publish('alfa', [{ topic: 'request', id: 'a' }]);
  expect((await reader.read()).value).toBe('data: [{"topic":"request","id":"a"}]\n\n');
  visit.abort();
  expect((await reader.read()).done).toBe(true);
});

test('a reader that leaves is told nothing more, and nothing breaks', async () => {
  const { live, visit, reader } = await open();
  await reader.cancel();
  live.publish('alfa', [{ topic: 'request', id: 'a' }]);
  visit.abort();
});
