import { type Actor, can } from '#app/features/access/can.ts';
import { maskPersonal } from '#app/features/subscriber/mask-personal.ts';
import { readSearchQuery } from '#app/features/subscriber/search-terms.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listRequests, type RequestFilter, type RequestPage } from '#db/tenant/queries/requests.ts';
import { listSubscriberIdsByText } from '#db/tenant/queries/subscribers-by-text.ts';
import { toRequestItem } from './request-item.ts';
import { filterOf, type RequestQuery } from './request-query.ts';

export const pageSize = 50;
const mostSubscribers = 200;

/** By subscriber; a text that is also a request's number brings that request first. */
async function listByText(db: TenantDb, filter: RequestFilter, text: string, page: RequestPage) {
  const subscriberIds = await listSubscriberIdsByText(db, text, mostSubscribers);
  const rows = await listRequests(db, { ...filter, subscriberIds }, page);
  const number = readSearchQuery(text)?.requestNumber;
  if (!number || page.before) return rows;
  const numbered = await listRequests(db, { ...filter, number }, page);
  return [...numbered, ...rows.filter((row) => row.number !== number)];
}

/** One page of the list. `older`: the cursor of the next one, if there is more. */
export async function readRequestList(
  { db, control, actor }: { db: TenantDb; control: ControlDb; actor: Actor },
  query: RequestQuery,
) {
  const filter = filterOf(query, actor.userId);
  const page = { limit: pageSize + 1, ...(query.before ? { before: query.before } : {}) };
  const rows = query.text
    ? await listByText(db, filter, query.text, page)
    : await listRequests(db, filter, page);
  const shown = rows.slice(0, pageSize);
  const names = await namesOf(
    control,
    shown.map(({ createdBy }) => createdBy),
  );
  const older = rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null;
  const items = shown.map((row) => toRequestItem(row, names));
  return { items: can(actor, 'subscriber:read') ? items : maskPersonal(items), older };
}
