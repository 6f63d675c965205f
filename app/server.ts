import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { createRequestHandler, type ServerBuild } from 'react-router';
import type { CreateLoadContext } from './entry.server.tsx';
import type { Services } from './platform/context.ts';
import { guardedApp } from './platform/guarded-app.ts';
import { createLog } from './platform/log.ts';
import { refuseFailedWrites } from './platform/refuse-failed-writes.ts';
import { shelveRoutes, wordsOf } from './platform/route-shelves.ts';
import { insecureCookieWarning } from './platform/session.ts';
import { clientAddressReader } from './platform/trusted-proxies.ts';

const bundleUrl = new URL('../build/server/index.js', import.meta.url).href;
const clientFolder = fileURLToPath(new URL('../build/client', import.meta.url));

type Bundle = ServerBuild & { entry: { module: { createLoadContext: CreateLoadContext } } };

/** The web server: files, headers, the gate, then the routes. Needs `npm run build` to have run. */
export async function createServer(services: Services): Promise<Hono<{ Bindings: HttpBindings }>> {
  const origin = services.env.PULT_ORIGIN;
  const build: Bundle = await import(bundleUrl);
  const { createLoadContext } = build.entry.module;
  const log = createLog(services.env);
  const warning = insecureCookieWarning(services.env);
  if (warning) log.warn(warning);
  // The gate below has already compared the origin exactly; behind a TLS proxy the router's own check sees
  // the plain address of this process and would refuse our own pages.
  const guarded = refuseFailedWrites(build.routes, log);
  const allowedActionOrigins = [new URL(origin).host];
  const handlerOf = (routes: ServerBuild['routes']) =>
    createRequestHandler({ ...build, routes, allowedActionOrigins }, 'production');
  const whole = handlerOf(guarded);
  const shelves = new Map([...shelveRoutes(guarded)].map(([words, own]) => [words, handlerOf(own)]));

  const addressOf = clientAddressReader(services.env.PULT_TRUSTED_PROXIES);
  const app = guardedApp(origin, log);
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get(
    '/assets/*',
    serveStatic({ root: clientFolder, onFound: keep('public, max-age=31536000, immutable') }),
  );
  app.all('*', (c) => {
    const { incoming } = c.env;
    const answer = shelves.get(wordsOf(c.req.path) ?? '') ?? whole;
    return answer(c.req.raw, createLoadContext(services, log, addressOf(incoming)));
  });
  return app;
}

function keep(cacheControl: string) {
  return (_path: string, c: { header(name: string, value: string): void }) =>
    c.header('Cache-Control', cacheControl);
}
