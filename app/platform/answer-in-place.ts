import { type DataStrategyResult, data, isRouteErrorResponse, type RouterState } from 'react-router';
import type { Refusal } from './http-errors.ts';

type Results = Record<string, DataStrategyResult>;
type Asked = { request: Request };
/** What the router shows now. */
type Shown = Pick<RouterState, 'location' | 'loaderData'> & { navigation: { state: string } };

/**
 * In the browser, around every question to the server. What fails is an answer like any refusal, told where it
 * was asked; else the router would put its error page over the whole page and all that was typed there. Only a
 * page that cannot be read at all gives way to that one; one that is shown stays as it was when it could not be
 * read again for want of an answer.
 */
export async function answerInPlace(
  { request }: Asked,
  next: () => Promise<Results>,
  isPage: (routeId: string) => boolean = hasComponent,
  shown: Shown | undefined = globalThis.__reactRouterDataRouter?.state,
): Promise<Results> {
  const results = await next();
  if (request.signal.aborted) return results;
  const told = Object.entries(results).map(([routeId, result]) => {
    const isFailed = result.type === 'error' && !isRedirect(result.result);
    if (
      isFailed &&
      request.method === 'GET' &&
      isUnanswered(result.result) &&
      isShown(shown, request, routeId)
    )
      return [routeId, { type: 'data' as const, result: shown?.loaderData[routeId] }] as const;
    const isToldInPlace = isFailed && (request.method !== 'GET' || !isPage(routeId));
    return [routeId, isToldInPlace ? refusedFor(result.result, request.method) : result] as const;
  });
  return Object.fromEntries(told);
}

/** The router throws where to go on as a failure is thrown. */
function isRedirect(result: unknown): boolean {
  return result instanceof Response && result.headers.has('Location');
}

/** No answer came, or only that of a proxy which has lost the server. */
function isUnanswered(failure: unknown): boolean {
  const status = statusOf(failure);
  return status === undefined || (status >= 502 && status <= 504);
}

/** Whether this was asked only to refresh what the person has before him. */
function isShown(shown: Shown | undefined, { url }: Request, routeId: string): boolean {
  if (shown?.navigation.state !== 'idle') return false;
  const { pathname, search } = new URL(url);
  const isHere = pathname === shown.location.pathname && search === shown.location.search;
  return isHere && routeId in shown.loaderData;
}

function refusedFor(failure: unknown, method: string): DataStrategyResult {
  const status = statusOf(failure);
  return { type: 'data', result: data({ error: refusalOf(status, method) }, { status: status ?? 503 }) };
}

function refusalOf(status: number | undefined, method: string): Refusal {
  if (status === undefined) return { code: method === 'GET' ? 'not-read' : 'no-answer' };
  if (status === 403) return { code: 'forbidden' };
  if (status === 404) return { code: 'gone' };
  return { code: status >= 500 ? 'broken' : 'not-taken' };
}

/** Undefined: no answer came at all. */
function statusOf(failure: unknown): number | undefined {
  if (isRouteErrorResponse(failure)) return failure.status;
  const { init } = (failure ?? {}) as { init?: ResponseInit | null };
  return init?.status;
}

declare global {
  var __reactRouterDataRouter: { state: Shown } | undefined;
  /** The router's own table of routes; its types leave out what it tells of a route without a component. */
  var __reactRouterManifest:
    | { routes: Record<string, { hasDefaultExport?: boolean } | undefined> }
    | undefined;
}

function hasComponent(routeId: string): boolean {
  return globalThis.__reactRouterManifest?.routes[routeId]?.hasDefaultExport !== false;
}
