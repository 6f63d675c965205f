import { expect, it } from 'vitest';
import { absorbCookies, cookieHeaders } from './cookies.ts';

it('keeps, renews and forgets cookies, and echoes the token', () => {
  const jar = new Map([
    ['OLD', '1'],
    ['GONE', '1'],
    ['XSRF_TOKEN', 'before'],
  ]);
  const headers = new Headers();
  for (const line of [
    'XSRF_TOKEN=a%2Bb; Path=/; Secure',
    'SESSION=s=1; HttpOnly',
    'GONE=; Path=/',
    'OLD=x; Max-Age=0',
    'odd',
  ]) {
    headers.append('set-cookie', line);
  }
  absorbCookies(jar, headers);
  expect(cookieHeaders(jar)).toEqual({ cookie: 'XSRF_TOKEN=a%2Bb; SESSION=s=1', 'x-csrf-token': 'a+b' });
});

it('sends nothing before the first answer', () => {
  expect(cookieHeaders(new Map())).toEqual({});
});
