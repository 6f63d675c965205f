import { existsSync } from 'node:fs';
import type { Services } from '#app/platform/context.ts';
import { createServer } from '#app/server.ts';

export type Ask = { cookie?: string; method?: string; json?: unknown; form?: string };
export type Answer = { status: number; location: string | null; text: string };
type RouteModule = { loader?: unknown; action?: unknown; default?: unknown };

const bundle = new URL('../../build/server/index.js', import.meta.url);

/** The modules of the built routes by their id. Throws when nothing was built yet. */
export async function builtRoutes(): Promise<Record<string, { module: RouteModule }>> {
  if (!existsSync(bundle))
    throw new Error('The routes are tested as they are served. Run "npm run build" first.');
  const build: { routes: Record<string, { module: RouteModule }> } = await import(bundle.href);
  return build.routes;
}

/** Asks the built server as a browser would, without a socket. */
export async function serveBuilt(services: Services) {
  const server = await createServer(services);
  const { origin } = new URL(services.env.PULT_ORIGIN);
  const incoming = {
    headers: {},
    socket: { remoteAddress: '127.0.0.1', remotePort: 40_000, remoteFamily: 'IPv4' },
  };

  return async function ask(path: string, { cookie = '', method, json, form }: Ask = {}): Promise<Answer> {
    const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
    const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
    const headers = {
      Cookie: cookie,
      Origin: origin,
      ...(body === undefined ? {} : { 'Content-Type': type }),
    };
    const asked = {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      ...(body === undefined ? {} : { body }),
    };
    const response = await server.request(origin + path, asked, { incoming });
    return {
      status: response.status,
      location: response.headers.get('Location'),
      text: await textOf(response),
    };
  };
}

/** A stream of events never ends: what matters is that it was opened. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) return response.text();
  await response.body?.cancel();
  return '';
}
