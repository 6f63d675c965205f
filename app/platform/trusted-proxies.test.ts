import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { clientAddressReader } from './trusted-proxies.ts';

function callFrom(remoteAddress: string | undefined, forwardedFor: string | undefined): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwardedFor !== undefined) request.headers['x-forwarded-for'] = forwardedFor;
  return request;
}

const proxy = '10.0.0.1';
const client = '203.0.113.7';

test.each([
  ['no proxy is trusted', [], proxy, client, proxy],
  ['a client pretends to be a proxy', [proxy], client, '198.51.100.9', client],
  ['a proxy says for whom', [proxy], proxy, client, client],
  ['a proxy says nothing', [proxy], proxy, undefined, proxy],
  ['a client forges what the proxy goes on with', [proxy], proxy, `198.51.100.9, ${client}`, client],
  ['a client forges the proxy itself', [proxy], proxy, `127.0.0.1, ${proxy}, ${client}`, client],
  ['two proxies in a row', ['10.0.0.0/8'], proxy, `198.51.100.9, ${client}, 10.2.3.4`, client],
  ['a proxy within IPv6', ['::1', proxy], '::ffff:10.0.0.1', '2001:db8::7', '2001:db8::7'],
  ['the proxy hands on what is no address', [proxy], proxy, `${client}, <script>`, proxy],
  ['the proxy hands on commas', [proxy], proxy, ' , ,, ', proxy],
  ['the proxy adds a port', [proxy], proxy, `${client}:4711`, proxy],
  ['a caller who has left', [proxy], undefined, client, 'unknown'],
])('%s', (_, trusted, from, forwardedFor, expected) => {
  expect(clientAddressReader(trusted)(callFrom(from, forwardedFor))).toBe(expected);
});

const key = { PULT_SECRET_KEY: Buffer.alloc(32).toString('base64') };

test.each([
  [undefined, []],
  ['', []],
  ['10.0.0.0/8, ::1 ,loopback', ['10.0.0.0/8', '::1', 'loopback']],
])('the setting %j names %j', (setting, proxies) => {
  expect(readEnv({ ...key, PULT_TRUSTED_PROXIES: setting }).PULT_TRUSTED_PROXIES).toEqual(proxies);
});

test.each(['10.0.0.0/33', 'proxy.example', '10.0.0.1;10.0.0.2', '*'])(
  'the setting %j is refused',
  (setting) => {
    expect(() => readEnv({ ...key, PULT_TRUSTED_PROXIES: setting })).toThrow('PULT_TRUSTED_PROXIES');
  },
);
