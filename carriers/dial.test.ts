import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createDial, type DialOptions } from './dial.ts';
import { DialError, type WireRecord } from './port.ts';

async function withServer(listener: RequestListener, check: (url: string) => Promise<void>) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await check(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function dialWith(overrides: Partial<DialOptions> = {}) {
  const records: WireRecord[] = [];
  const dial = createDial({
    deadlineMs: 200,
    maxBytes: 1000,
    secrets: ['hunter22'],
    takeTurn: async () => {},
    sendBy: () => undefined,
    now: () => new Date(),
    record: (record) => records.push(record),
    ...overrides,
  });
  const ask = (url: string) =>
    dial({ operation: 'block', mutates: true, method: 'POST', url, body: 'key=hunter22' });
  return { ask, records };
}

const outcomeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'answered',
    (error) => (error instanceof DialError ? error.outcome : error),
  );

test('an answer comes back, and its record holds no secret', async () => {
  const { ask, records } = dialWith();
  await withServer(
    (_, response) => response.end('{"eventID":"1","access_token":"abc"}'),
    async (url) => {
      expect((await ask(url)).text()).toContain('eventID');
      expect(records[0]?.sent).toContain('key=•••');
      expect(records[0]?.received).toContain('"access_token":"•••"');
    },
  );
});

test.each<[string, RequestListener, string]>([
  ['silence', () => {}, 'lost'],
  ['a reset', (request) => request.socket.destroy(), 'lost'],
  [
    'half an answer',
    (_, response) => {
      response.writeHead(200, { 'content-length': '99' }).write('x', () => response.destroy());
    },
    'lost',
  ],
  ['too long an answer', (_, response) => response.end('x'.repeat(2000)), 'lost'],
  [
    'a redirect',
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'answered',
  ],
])('%s', async (_name, listener, expected) => {
  const { ask, records } = dialWith();
  await withServer(listener, async (url) => expect(await outcomeOf(ask(url))).toBe(expected));
  expect(records).toHaveLength(1);
});

test('a refused connection was never sent', async () => {
  let gone = '';
  await withServer(
    () => {},
    async (url) => {
      gone = url;
    },
  );
  expect(await outcomeOf(dialWith().ask(gone))).toBe('not_sent');
});

test('a change whose time ran out does not leave', async () => {
  let requests = 0;
  await withServer(
    (_, response) => {
      requests += 1;
      response.end();
    },
    async (url) => {
      const late = dialWith({ sendBy: () => new Date(Date.now() - 60_000) });
      expect(await outcomeOf(late.ask(url))).toBe('not_sent');
    },
  );
  expect(requests).toBe(0);
});
