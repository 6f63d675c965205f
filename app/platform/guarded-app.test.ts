import { pino } from 'pino';
import { expect, test } from 'vitest';
import { guardedApp } from './guarded-app.ts';
import { closedPolicy, contentSecurityPolicy } from './security-headers.ts';

function appAt(origin: string) {
  const app = guardedApp(origin, pino({ level: 'silent' }));
  app.get('/page', (c) => c.html('<p>', 200, { 'Content-Security-Policy': contentSecurityPolicy('abc') }));
  app.get('/file', (c) => c.text('', 200, { 'Cache-Control': 'public, max-age=60' }));
  app.post('/change', (c) => c.text('changed'));
  app.get('/broken', () => {
    throw new Error('broken');
  });
  return app;
}
const app = appAt('https://pult.example');

test('every answer has the headers, errors and refusals too', async () => {
  for (const path of ['/page', '/file', '/nothing', '/broken']) {
    const { headers } = await app.request(path);
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
    expect(headers.get('Referrer-Policy'), path).toBe('same-origin');
    expect(headers.get('Strict-Transport-Security'), path).toContain('max-age=');
    expect(headers.get('Content-Security-Policy'), path).toContain(`frame-ancestors 'none'`);
  }
  const refused = await app.request('/change', { method: 'POST' });
  expect(refused.status).toBe(403);
  expect(refused.headers.get('Content-Security-Policy')).toBe(closedPolicy);
});

test('only what says so is stored', async () => {
  expect((await app.request('/page')).headers.get('Cache-Control')).toBe('no-store');
  expect((await app.request('/file')).headers.get('Cache-Control')).toBe('public, max-age=60');
});

test('a page runs only scripts and style elements with its nonce', async () => {
  const policy = (await app.request('/page')).headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain(`script-src 'nonce-abc' 'strict-dynamic';`);
  expect(policy).toContain(`style-src-elem 'self' 'nonce-abc';`);
  expect(policy).toMatch(/^default-src 'none';/);
});

test('our own page may change things', async () => {
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  expect((await app.request('/change', { method: 'POST', headers })).status).toBe(200);
});

test('a body without end is refused before it is read', async () => {
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Length': String(2 ** 31) };
  expect((await app.request('/change', { method: 'POST', headers, body: 'x' })).status).toBe(413);
});

test('plain HTTP promises no HTTPS', async () => {
  const { headers } = await appAt('http://localhost:4600').request('/page');
  expect(headers.get('Strict-Transport-Security')).toBeNull();
});
