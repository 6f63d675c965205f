import { fileURLToPath } from 'node:url';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createRequestHandler, type ServerBuild } from 'react-router';
import type { CreateLoadContext } from './entry.server.tsx';
import type { Services } from './platform/context.ts';
import { createLog } from './platform/log.ts';
import { mayEnter } from './platform/request-gate.ts';
import { closedPolicy, securityHeaders } from './platform/security-headers.ts';

const bundleUrl = new URL('../build/server/index.js', import.meta.url).href;
const clientFolder = fileURLToPath(new URL('../build/client', import.meta.url));

type Bundle = ServerBuild & { entry: { module: { createLoadContext: CreateLoadContext } } };

/** The web server: files, headers, the gate, then the routes. Needs `npm run build` to have run. */
export async function createServer(services: Services): Promise<Hono> {
  const origin = services.env.PULT_ORIGIN;
  const build: Bundle = await import(bundleUrl);
  const { createLoadContext } = build.entry.module;
  const log = createLog(services.env);
  // The gate below has already compared the origin exactly; behind a TLS proxy the router's own check sees
  // the plain address of this process and would refuse our own pages.
  const routes = createRequestHandler(
    { ...build, allowedActionOrigins: [new URL(origin).host] },
    'production',
  );

  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(origin))) c.header(name, value);
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', closedPolicy);
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(async (c, next) => {
    const { method, headers } = c.req.raw;
    const input = { method, fetchSite: headers.get('Sec-Fetch-Site'), origin: headers.get('Origin') };
    if (!mayEnter(input, origin)) return c.text('This request did not come from our own page.', 403);
    return next();
  });
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get(
    '/assets/*',
    serveStatic({ root: clientFolder, onFound: keep('public, max-age=31536000, immutable') }),
  );
  app.all('*', (c) => {
    const address = getConnInfo(c).remote.address ?? 'unknown';
    return routes(c.req.raw, createLoadContext(services, log, address));
  });
  return app;
}

function keep(cacheControl: string) {
  return (_path: string, c: { header(name: string, value: string): void }) =>
    c.header('Cache-Control', cacheControl);
}
