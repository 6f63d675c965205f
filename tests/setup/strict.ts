import { afterEach, beforeEach, expect, vi } from 'vitest';
import { mountedHosts } from './mounted-hosts.ts';

/** No test may call out, or complain on the console without being asked to. */
const callAnything = globalThis.fetch;
const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!isLoopback(url) && !mountedHosts.has(url.origin))
    throw new Error(`A test called ${url.origin}. Tests talk to simulators on this machine only.`);
  return callAnything(input, init);
};

let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation(
    (...words) => void complaints.push(words.map(String).join(' ')),
  );
});

afterEach(() => {
  vi.mocked(console.error).mockRestore();
  expect(complaints).toEqual([]);
});
