import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

/**
 * Returns who is calling: of the socket and what X-Forwarded-For says, read from its end, the first address that is not
 * a trusted proxy's. What stands before it was written by whoever called, and is not read.
 */
export function clientAddressReader(trustedProxies: string[]): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile(trustedProxies);
  return (request) => proxyAddr.all(request, isTrusted).findLast((hop) => isIP(hop) !== 0) ?? 'unknown';
}

export function areAddresses(proxies: string[]): boolean {
  try {
    proxyAddr.compile(proxies);
    return true;
  } catch {
    return false;
  }
}
