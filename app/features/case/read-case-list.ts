import type { Actor } from '#app/features/access/can.ts';
import { readNearest } from '#app/features/sla/read-clocks.ts';
import { readSearchQuery } from '#app/features/subscriber/search-terms.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import type { CaseFilter } from '#db/tenant/queries/case-filter.ts';
import { type CasePage, listCases, placeOf } from '#db/tenant/queries/case-list.ts';
import { listSubscriberIdsByText } from '#db/tenant/queries/subscribers-by-text.ts';
import { caseStates } from './case.ts';
import { toCaseItem } from './case-item.ts';
import { type CaseQuery, caseFilterOf } from './case-query.ts';

export type CaseReader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date };

export type ListedCase = Awaited<ReturnType<typeof readCaseList>>['items'][number];

const pageSize = 50;
const mostSubscribers = 200;

/** One page of the queue. `next`: the place from which the next one goes on, if there is more. */
export async function readCaseList({ db, control, actor, now }: CaseReader, query: CaseQuery) {
  const filter = caseFilterOf(query, actor.userId, now);
  const page = { sort: query.sort, after: query.after, limit: pageSize + 1 };
  const rows = query.text
    ? await listByText(db, actor.userId, filter, query.text, page)
    : await listCases(db, actor.userId, filter, page);
  const shown = rows.slice(0, pageSize);
  const names = await namesOf(
    control,
    shown.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  const last = shown.at(-1);
  const next = rows.length > pageSize && last ? placeOf(last) : null;
  const clocks = await readNearest(
    db,
    shown.map(({ id }) => id),
    now,
  );
  const items = shown.map((row) => ({
    ...toCaseItem(row, names, actor.userId),
    clock: clocks.get(row.id) ?? null,
  }));
  return { items, next, at: now.getTime() };
}

/** By subscriber, in any state unless one is asked for; a text that is also a case's number brings that first. */
async function listByText(db: TenantDb, userId: string, filter: CaseFilter, text: string, page: CasePage) {
  const wide = { ...filter, states: filter.states ?? caseStates };
  const subscriberIds = await listSubscriberIdsByText(db, text, mostSubscribers);
  const rows = await listCases(db, userId, { ...wide, subscriberIds }, page);
  const number = readSearchQuery(text)?.requestNumber;
  if (!number || page.after) return rows;
  const numbered = await listCases(db, userId, { ...wide, number }, page);
  return [...numbered, ...rows.filter((row) => row.number !== number)];
}
