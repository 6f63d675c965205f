import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { mayEnter } from './request-gate.ts';
import { closedPolicy, securityHeaders } from './security-headers.ts';

/** The largest thing that is sent here is a file of subscribers: about ten times 100,000 rows. */
const mostBytes = 100 * 1024 * 1024;

/**
 * An empty application behind the gate, with the headers of every answer. What is mounted on it may give an
 * answer a policy or a caching rule of its own; otherwise it may load nothing and is not stored.
 */
export function guardedApp(origin: string, log: Pick<Logger, 'error'>): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method, pathname: c.req.path }, 'A request broke.');
    return c.text('Something broke on our side. It was written down.', 500);
  });
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(origin))) c.header(name, value);
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', closedPolicy);
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(async (c, next) => {
    const { method, headers } = c.req.raw;
    const { path } = c.req;
    const input = { method, path, fetchSite: headers.get('Sec-Fetch-Site'), origin: headers.get('Origin') };
    if (!mayEnter(input, origin)) return c.text('This request did not come from our own page.', 403);
    return next();
  });
  app.use(bodyLimit({ maxSize: mostBytes, onError: (c) => c.text('This is larger than 100 MB.', 413) }));
  return app;
}
