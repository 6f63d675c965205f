import type { RequestFilter } from '#db/tenant/queries/requests.ts';
import { type RequestKind, type RequestState, requestKinds, requestStates } from './request.ts';

/** What the address of the request list asks for. Unknown values are left out, not refused. */
export type RequestQuery = {
  states: readonly RequestState[];
  carrier: string | null;
  kind: RequestKind | null;
  mine: boolean;
  batchId: string | null;
  text: string;
  /** `state`: those first that need a person, the newest of each state first. */
  sort: RequestSort;
  /** The last row of the page before: its id, and its state where they are sorted by that. */
  before: string | null;
  beforeState: RequestState | null;
};

export const requestSorts = ['newest', 'oldest', 'state'] as const;
export type RequestSort = (typeof requestSorts)[number];

/** The query without its page. */
export const firstPage = { before: null, beforeState: null } as const;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idOrNull = (text: string | null) => (text && uuid.test(text) ? text : null);

export function parseRequestQuery(search: URLSearchParams): RequestQuery {
  const asked = search.getAll('state');
  const carrier = search.get('carrier');
  return {
    states: requestStates.filter((state) => asked.includes(state)),
    carrier: carrier && /^[a-z0-9-]{1,32}$/.test(carrier) ? carrier : null,
    kind: requestKinds.find((kind) => kind === search.get('kind')) ?? null,
    mine: search.get('mine') === '1',
    batchId: idOrNull(search.get('batch')),
    text: (search.get('q') ?? '').slice(0, 100).trim(),
    sort: requestSorts.find((sort) => sort === search.get('sort')) ?? 'newest',
    before: idOrNull(search.get('before')),
    beforeState: requestStates.find((state) => state === search.get('at')) ?? null,
  };
}

/** The address for a query, in one order, so that the same view has the same address. `''` or `?…`. */
export function searchOf(query: Partial<RequestQuery>): string {
  const search = new URLSearchParams();
  for (const state of query.states ?? []) search.append('state', state);
  if (query.carrier) search.set('carrier', query.carrier);
  if (query.kind) search.set('kind', query.kind);
  if (query.mine) search.set('mine', '1');
  if (query.batchId) search.set('batch', query.batchId);
  if (query.text) search.set('q', query.text);
  if (query.sort && query.sort !== 'newest') search.set('sort', query.sort);
  if (query.before) search.set('before', query.before);
  if (query.beforeState) search.set('at', query.beforeState);
  const text = search.toString();
  return text && `?${text}`;
}

/** Whether it shows anything less than all requests. */
export function isNarrowed(query: RequestQuery): boolean {
  return searchOf({ ...query, ...firstPage, sort: 'newest' }) !== '';
}

export function filterOf(query: RequestQuery, userId: string): RequestFilter {
  return {
    ...(query.states.length ? { states: [...query.states] } : {}),
    ...(query.carrier ? { carrier: query.carrier } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.mine ? { createdBy: userId } : {}),
    ...(query.batchId ? { batchId: query.batchId } : {}),
  };
}

const inWork: RequestState[] = ['queued', 'sending', 'accepted'];

/** The views everybody has, above his own. Their counts say how many requests are open in these states. */
export const standingViews = [
  { name: 'needsPerson', states: ['manual'] },
  { name: 'unconfirmed', states: ['unconfirmed'] },
  { name: 'inWork', states: inWork },
  { name: 'scheduled', states: ['scheduled'] },
] as const satisfies { name: string; states: RequestState[] }[];
