import type { TenantDb } from '#db/open.ts';
import { type LineHit, searchSubscribers } from '#db/tenant/queries/search.ts';
import type { RequestKind, RequestState } from './request.ts';
import { type Subject, subjectOf } from './request-item.ts';

export type FoundLine = Omit<LineHit, 'subscriberKind'>;
export type FoundRequest = {
  requestId: string;
  number: number;
  kind: RequestKind;
  subject: Subject | null;
  state: RequestState;
  name: string;
  maskedNumber: string;
};
/** `query`: what it is the answer to. */
export type Found = { query: string; lines: FoundLine[]; requests: FoundRequest[] };

const mostFound = 8;

/** What the global search shows: masked numbers only. */
export async function findAnything(db: TenantDb, text: string): Promise<Found> {
  const query = text.trim().slice(0, 200);
  const { lines, requests } = await searchSubscribers(db, query, mostFound);
  return {
    query,
    lines: lines.map(({ subscriberKind: _, ...line }) => line),
    requests: requests.map(({ requestId, number, kind, payload, itemName, state, name, maskedNumber }) => ({
      requestId,
      number,
      kind,
      subject: subjectOf({ payload, itemName }),
      state,
      name,
      maskedNumber,
    })),
  };
}
