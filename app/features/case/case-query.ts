import type { CaseFilter, CaseSort } from '#db/tenant/queries/case-filter.ts';
import { type CaseKind, type CaseState, caseKinds, caseStates } from './case.ts';

/** What the address of the case list asks for. Unknown values are left out, not refused. */
export type CaseQuery = {
  /** None: those that still want something of us. */
  states: readonly CaseState[];
  /** `me`, `nobody`, or a colleague's id. */
  assignee: string | null;
  isFollowed: boolean;
  kind: CaseKind | null;
  carrier: string | null;
  topicId: string | null;
  due: 'breached' | 'risk' | null;
  /** Only what was put off; elsewhere such cases are left out until their moment. */
  isSnoozed: boolean;
  incidentId: string | null;
  text: string;
  sort: CaseSort;
  /** The place of the last row of the page before. */
  after: string | null;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idOrNull = (text: string | null) => (text && uuid.test(text) ? text : null);
/** A due moment in ms, or nothing where there is none, then the id. */
const cursor = /^(\d{0,14}_)?[0-9a-f-]{36}$/;

export function parseCaseQuery(search: URLSearchParams): CaseQuery {
  const asked = search.getAll('state');
  const carrier = search.get('carrier');
  const assignee = search.get('agent');
  const due = search.get('due');
  const after = search.get('after');
  return {
    states: caseStates.filter((state) => asked.includes(state)),
    assignee: assignee === 'me' || assignee === 'nobody' ? assignee : idOrNull(assignee),
    isFollowed: search.get('followed') === '1',
    kind: caseKinds.find((kind) => kind === search.get('kind')) ?? null,
    carrier: carrier && /^[a-z0-9-]{1,32}$/.test(carrier) ? carrier : null,
    topicId: idOrNull(search.get('topic')),
    due: due === 'breached' || due === 'risk' ? due : null,
    isSnoozed: search.get('snoozed') === '1',
    incidentId: idOrNull(search.get('incident')),
    text: (search.get('q') ?? '').slice(0, 100).trim(),
    sort: search.get('sort') === 'newest' ? 'newest' : 'due',
    after: after && cursor.test(after) ? after : null,
  };
}

/** The address for a query, in one order, so that the same view has the same address. `''` or `?…`. */
export function searchOfCases(query: Partial<CaseQuery>): string {
  const search = new URLSearchParams();
  for (const state of query.states ?? []) search.append('state', state);
  if (query.assignee) search.set('agent', query.assignee);
  if (query.isFollowed) search.set('followed', '1');
  if (query.kind) search.set('kind', query.kind);
  if (query.carrier) search.set('carrier', query.carrier);
  if (query.topicId) search.set('topic', query.topicId);
  if (query.due) search.set('due', query.due);
  if (query.isSnoozed) search.set('snoozed', '1');
  if (query.incidentId) search.set('incident', query.incidentId);
  if (query.text) search.set('q', query.text);
  if (query.sort === 'newest') search.set('sort', 'newest');
  if (query.after) search.set('after', query.after);
  const text = search.toString();
  return text && `?${text}`;
}

/** A case is at risk when its nearest target is due within this time. */
export const riskMs = 3_600_000;

export function caseFilterOf(query: CaseQuery, userId: string, now: Date): CaseFilter {
  const { states, kind, carrier, topicId, incidentId, due } = query;
  const assignee = query.assignee === 'me' ? userId : query.assignee;
  return {
    ...(states.length ? { states } : {}),
    ...(assignee === 'nobody' ? { assigneeId: null } : assignee ? { assigneeId: assignee } : {}),
    ...(query.isFollowed ? { followedBy: userId } : {}),
    ...(kind ? { kind } : {}),
    ...(carrier ? { carrier } : {}),
    ...(topicId ? { topicId } : {}),
    ...(incidentId ? { incidentId } : {}),
    ...(due === 'breached' ? { dueBefore: now } : {}),
    ...(due === 'risk' ? { dueFrom: now, dueBefore: new Date(now.getTime() + riskMs) } : {}),
    snoozed: { isWanted: query.isSnoozed, at: now },
  };
}

/** The views everybody has, above his own, in the order of the left column. */
export const standingCaseViews = [
  { name: 'mine', query: { assignee: 'me' } },
  { name: 'unassigned', query: { assignee: 'nobody' } },
  { name: 'breached', query: { due: 'breached' } },
  { name: 'risk', query: { due: 'risk' } },
  { name: 'followed', query: { isFollowed: true } },
  { name: 'snoozed', query: { isSnoozed: true } },
] as const satisfies { name: string; query: Partial<CaseQuery> }[];
