import { searchSubscribers } from '#db/tenant/queries/search.ts';
import { parseCaseQuery } from './case-query.ts';
import { type CaseReader, readCaseList } from './read-case-list.ts';

export type CaseLinks = Awaited<ReturnType<typeof findCaseLinks>>;

const mostFound = 8;

/** Cases and requests that a text finds, to be named in a message or merged into. */
export async function findCaseLinks(reader: CaseReader, text: string) {
  const query = { ...parseCaseQuery(new URLSearchParams()), text: text.slice(0, 100).trim() };
  if (!query.text) return { cases: [], requests: [] };
  const [{ items }, { requests }] = await Promise.all([
    readCaseList(reader, query),
    searchSubscribers(reader.db, query.text, mostFound),
  ]);
  return {
    cases: items
      .slice(0, mostFound)
      .map(({ id, number, subject, state, who }) => ({ id, number, subject, state, who })),
    requests: requests.map(({ requestId, number, kind, name }) => ({
      id: requestId,
      number,
      kind,
      who: name,
    })),
  };
}
