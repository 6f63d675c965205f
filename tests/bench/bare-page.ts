import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { createElement as h } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import {
  createRequestHandler,
  Meta,
  Outlet,
  Scripts,
  type ServerBuild,
  type ServerEntryModule,
  ServerRouter,
  useLoaderData,
} from 'react-router';

/** A React Router page with a table of fifty rows and nothing else: `/bare`, and its data at `/bare.data`. */
type Row = { id: string; number: number; name: string; phone: string; state: string; at: string };

const rows: Row[] = Array.from({ length: 50 }, (_, index) => ({
  id: `0193-${index}`,
  number: 1000 + index,
  name: `Абонент ${index}`,
  phone: '+7 9•• •••-12-34',
  state: 'done',
  at: '2026-11-20T12:00:00Z',
}));

const render: ServerEntryModule['default'] = (request, status, headers, context) => {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const { pipe } = renderToPipeableStream(h(ServerRouter, { context, url: request.url }), {
    onShellReady() {
      const body = new PassThrough();
      pipe(body);
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
    },
    onShellError: reject,
  });
  return promise;
};

function Root() {
  return h('html', null, h('head', null, h(Meta)), h('body', null, h(Outlet), h(Scripts)));
}

function Table() {
  const cells = (row: Row) => Object.entries(row).map(([key, value]) => h('td', { key }, value));
  const body = useLoaderData<Row[]>().map((row) => h('tr', { key: row.id }, cells(row)));
  return h('table', null, h('tbody', null, body));
}

const root = { id: 'root', path: '', module: { default: Root } };
const bare = { id: 'bare', parentId: 'root', path: 'bare', module: { default: Table, loader: () => rows } };

function manifestOf(route: { id: string; parentId?: string; path: string }, hasLoader: boolean) {
  const { id, path, parentId } = route;
  return {
    id,
    path,
    ...(parentId ? { parentId } : {}),
    hasLoader,
    hasAction: false,
    hasClientAction: false,
    hasClientLoader: false,
    hasClientMiddleware: false,
    hasErrorBoundary: false,
    module: `/${id}.js`,
    clientActionModule: undefined,
    clientLoaderModule: undefined,
    clientMiddlewareModule: undefined,
    hydrateFallbackModule: undefined,
  };
}

const build: ServerBuild = {
  entry: { module: { default: render } as ServerEntryModule },
  routes: { root, bare } as ServerBuild['routes'],
  assets: {
    entry: { imports: [], module: '/entry.js' },
    routes: { root: manifestOf(root, false), bare: manifestOf(bare, true) },
    url: '/manifest.js',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {} as ServerBuild['future'],
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
};

const answer = createRequestHandler(build, 'production');

export function serveBarePage(request: Request): Promise<Response> {
  return answer(request);
}
