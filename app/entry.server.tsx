import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import type { Logger } from 'pino';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type HandleErrorFunction,
  isRouteErrorResponse,
  RouterContextProvider,
  type ServerEntryModule,
  ServerRouter,
} from 'react-router';
import { NonceContext } from '#app/components/nonce.tsx';
import { VisitorLocaleContext } from '#app/components/visitor-locale.tsx';
import { clientAddressContext } from '#app/platform/client-address.ts';
import { type Services, servicesContext } from '#app/platform/context.ts';
import { visitorContext } from '#app/platform/guards.ts';
import { chooseLocale } from '#app/platform/i18n.ts';
import { logContext } from '#app/platform/log.ts';
import { contentSecurityPolicy } from '#app/platform/security-headers.ts';

export const streamTimeout = 5_000;

/**
 * What every loader, action and middleware is handed. It lives here because a context is a key by identity:
 * only the bundle's own copy of it is the one that routes look up.
 */
export function createLoadContext(services: Services, log: Logger, clientAddress: string) {
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(logContext, log);
  context.set(clientAddressContext, clientAddress);
  return context;
}
export type CreateLoadContext = typeof createLoadContext;

/** Only surprises are logged: refusals were answered, and a closed tab is nobody's fault. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { pathname } = new URL(request.url);
  context.get(logContext).error({ err: error, method: request.method, pathname }, 'A request failed.');
};

const renderPage: ServerEntryModule['default'] = (request, status, headers, routerContext, loadContext) => {
  const nonce = randomBytes(16).toString('base64');
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', contentSecurityPolicy(nonce));
  if (request.method === 'HEAD') return new Response(null, { status, headers });

  const personal = loadContext.get(visitorContext)?.locale;
  const locale = chooseLocale(personal, request.headers.get('Accept-Language'));
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const readyWhen = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady';
  let failed = false;
  const { pipe, abort } = renderToPipeableStream(
    <NonceContext.Provider value={nonce}>
      <VisitorLocaleContext.Provider value={locale}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </VisitorLocaleContext.Provider>
    </NonceContext.Provider>,
    {
      nonce,
      [readyWhen]() {
        const body = new PassThrough();
        pipe(body);
        resolve(
          new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }),
        );
      },
      onShellError: reject,
      onError(error) {
        failed = true;
        loadContext.get(logContext).error({ err: error }, 'A page did not render.');
      },
    },
  );
  setTimeout(abort, streamTimeout + 1000).unref();
  return promise;
};
export default renderPage;
