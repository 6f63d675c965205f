import type { Actor } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listRequests } from '#db/tenant/queries/requests.ts';
import { listSubscriberIdsByText } from '#db/tenant/queries/subscribers-by-text.ts';
import { toRequestItem } from './request-item.ts';
import { filterOf, type RequestQuery } from './request-query.ts';

export const pageSize = 50;
const mostSubscribers = 200;

/** One page of the list. `older`: the cursor of the next one, if there is more. */
export async function readRequestList(
  { db, control, actor }: { db: TenantDb; control: ControlDb; actor: Actor },
  query: RequestQuery,
) {
  const subscriberIds = query.text ? await listSubscriberIdsByText(db, query.text, mostSubscribers) : null;
  const filter = { ...filterOf(query, actor.userId), ...(subscriberIds ? { subscriberIds } : {}) };
  const page = { limit: pageSize + 1, ...(query.before ? { before: query.before } : {}) };
  const rows = await listRequests(db, filter, page);
  const shown = rows.slice(0, pageSize);
  const names = await namesOf(
    control,
    shown.map(({ createdBy }) => createdBy),
  );
  const older = rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null;
  return { items: shown.map((row) => toRequestItem(row, names)), older };
}
