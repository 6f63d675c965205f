import { type Actor, can } from '#app/features/access/can.ts';
import { maskPersonal } from '#app/features/subscriber/mask-personal.ts';
import { readSearchQuery } from '#app/features/subscriber/search-terms.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listRequests, type RequestFilter, type RequestPage } from '#db/tenant/queries/requests.ts';
import { listSubscriberIdsByText } from '#db/tenant/queries/subscribers-by-text.ts';
import type { RequestState } from './request.ts';
import { toRequestItem } from './request-item.ts';
import { filterOf, type RequestQuery } from './request-query.ts';

export const pageSize = 50;
const mostSubscribers = 200;

/** What waits for a person comes first, what has ended last. */
const byUrgency: RequestState[] = [
  'manual',
  'unconfirmed',
  'sending',
  'queued',
  'accepted',
  'scheduled',
  'draft',
  'refused',
  'cancelled',
  'done',
];

type List = (filter: RequestFilter, page: RequestPage) => ReturnType<typeof listRequests>;

/** By subscriber; a text that is also a request's number brings that request first. */
async function listByText(db: TenantDb, text: string): Promise<List> {
  const subscriberIds = await listSubscriberIdsByText(db, text, mostSubscribers);
  const number = readSearchQuery(text)?.requestNumber;
  return async (filter, page) => {
    const rows = await listRequests(db, { ...filter, subscriberIds }, page);
    if (!number || page.before) return rows;
    const numbered = await listRequests(db, { ...filter, number }, page);
    return [...numbered, ...rows.filter((row) => row.number !== number)].slice(0, page.limit);
  };
}

/** State after state, each by its index, until the page is full. */
async function listByState(list: List, filter: RequestFilter, query: RequestQuery, limit: number) {
  const wanted = byUrgency.filter((state) => filter.states?.includes(state) ?? state !== 'draft');
  const from = query.beforeState ? byUrgency.indexOf(query.beforeState) : 0;
  const rows: Awaited<ReturnType<List>> = [];
  for (const state of wanted.filter((state) => byUrgency.indexOf(state) >= from)) {
    const before = state === query.beforeState && query.before ? { before: query.before } : {};
    rows.push(...(await list({ ...filter, states: [state] }, { ...before, limit: limit - rows.length })));
    if (rows.length >= limit) break;
  }
  return rows;
}

/** One page of the list. `next`: where the next one begins, if there is more. */
export async function readRequestList(
  { db, control, actor }: { db: TenantDb; control: ControlDb; actor: Actor },
  query: RequestQuery,
) {
  const filter = filterOf(query, actor.userId);
  const { text, sort, before } = query;
  const list = text ? await listByText(db, text) : (listRequests.bind(null, db) satisfies List);
  const limit = pageSize + 1;
  const rows =
    sort === 'state'
      ? await listByState(list, filter, query, limit)
      : await list(filter, { limit, order: sort, ...(before ? { before } : {}) });
  const shown = rows.slice(0, pageSize);
  const names = await namesOf(
    control,
    shown.map(({ createdBy }) => createdBy),
  );
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const next = last ? { before: last.id, beforeState: sort === 'state' ? last.state : null } : null;
  const items = shown.map((row) => toRequestItem(row, names));
  return { items: can(actor, 'subscriber:read') ? items : maskPersonal(items), next };
}
