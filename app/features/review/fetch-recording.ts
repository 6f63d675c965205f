import { lookup } from 'node:dns';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isOutside } from '#app/platform/outside-address.ts';

/** So long the exchange may be silent. */
const silenceMs = 20_000;

/**
 * Begins to fetch a recording, whose address came with a call and so may be anybody's. Only the public network is
 * asked, and only under TLS, unless `mayBeNear`. Redirects are not followed. Throws.
 */
export async function fetchRecording(
  address: string,
  { mayBeNear }: { mayBeNear: boolean },
): Promise<IncomingMessage> {
  const { protocol, hostname } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  // What is an address already is not looked up.
  if (!mayBeNear && isIP(host) !== 0 && !isOutside(host)) throw new NotOutside(host);
  const { get } = mayBeNear && protocol === 'http:' ? http : https;
  const request = get(address, { timeout: silenceMs, ...(mayBeNear ? {} : { lookup: lookUpOutside }) });
  request.on('timeout', () => request.destroy(new Error(`${host} is silent.`)));
  const [answer]: IncomingMessage[] = await once(request, 'response');
  if (!answer) throw new Error(`${host} did not answer.`);
  return answer;
}

class NotOutside extends Error {
  override readonly name = 'NotOutside';
  constructor(host: string) {
    super(`${host} is not of the public network: no recording is fetched from there.`);
  }
}

/** Judged as the connection is made: a name that is looked up twice may have moved. */
const lookUpOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, found, family) => {
    const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
    const isNear = !error && !addresses.every(isOutside);
    callback(isNear ? new NotOutside(hostname) : error, found, family);
  });
};
