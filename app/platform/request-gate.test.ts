import { expect, test } from 'vitest';
import { mayEnter } from './request-gate.ts';

const own = 'https://pult.example';
const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'post'];

const headers = [
  { fetchSite: 'same-origin', origin: own, enters: true },
  { fetchSite: 'same-origin', origin: null, enters: true },
  { fetchSite: 'same-site', origin: 'https://other.pult.example', enters: false },
  { fetchSite: 'cross-site', origin: own, enters: false },
  { fetchSite: 'none', origin: null, enters: false },
  { fetchSite: '', origin: own, enters: false },
  { fetchSite: null, origin: own, enters: true },
  { fetchSite: null, origin: null, enters: false },
  { fetchSite: null, origin: 'null', enters: false },
  { fetchSite: null, origin: 'https://evil.example', enters: false },
  { fetchSite: null, origin: 'https://sub.pult.example', enters: false },
  { fetchSite: null, origin: 'https://pult.example:8443', enters: false },
  { fetchSite: null, origin: 'http://pult.example', enters: false },
  { fetchSite: null, origin: 'https://pult.example.', enters: false },
  { fetchSite: null, origin: 'HTTPS://PULT.EXAMPLE', enters: false },
];

for (const { fetchSite, origin, enters } of headers) {
  test.each(unsafe)(`%s with Sec-Fetch-Site ${fetchSite} and Origin ${origin}: ${enters}`, (method) => {
    expect(mayEnter({ method, path: '/t/volna/hooks/', fetchSite, origin }, own)).toBe(enters);
  });

  test.each(['GET', 'HEAD', 'OPTIONS'])(`%s reads whatever the Origin is: ${origin}`, (method) => {
    expect(mayEnter({ method, path: '/t/volna/hooks/', fetchSite, origin }, own)).toBe(true);
  });
}

test('a path behind the configured address does not matter', () => {
  expect(mayEnter({ method: 'POST', path: '/', fetchSite: null, origin: own }, `${own}/`)).toBe(true);
});

test('what signs itself needs no page', () => {
  const input = { method: 'POST', fetchSite: 'cross-site', origin: null };
  expect(mayEnter({ ...input, path: '/hooks/pbx/volna' }, own)).toBe(true);
  expect(mayEnter({ ...input, path: '/hooksome' }, own)).toBe(false);
});
