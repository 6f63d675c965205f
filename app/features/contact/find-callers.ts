import type { TenantDb } from '#db/open.ts';
import { listCasesOfSubscribers } from '#db/tenant/queries/case-detail.ts';
import { type LineHit, listFirstLines, searchSubscribers } from '#db/tenant/queries/search.ts';
import { listSubscriberIdsByText } from '#db/tenant/queries/subscribers-by-text.ts';

const mostCallers = 8;

export type CallerCase = { id: string; number: number; subject: string; state: string };
export type Caller = Omit<LineHit, 'subscriberKind'> & { cases: CallerCase[] };
/** `query`: what it is the answer to. */
export type Callers = { query: string; callers: Caller[] };

/** Who a contact may be from, by any form of a number, an e-mail, a name, a contract; with cases to join. */
export async function findCallers(db: TenantDb, text: string): Promise<Callers> {
  const query = text.trim().slice(0, 200);
  const lines = query.includes('@')
    ? await linesByEmail(db, query)
    : (await searchSubscribers(db, query, mostCallers)).lines;
  const found = await listCasesOfSubscribers(db, [...new Set(lines.map(({ subscriberId }) => subscriberId))]);
  const callers = lines.map(({ subscriberKind: _, ...line }) => ({
    ...line,
    cases: found
      .filter(({ subscriberId }) => subscriberId === line.subscriberId)
      .map(({ subscriberId: _own, ...one }) => one),
  }));
  return { query, callers };
}

async function linesByEmail(db: TenantDb, email: string): Promise<LineHit[]> {
  const ids = await listSubscriberIdsByText(db, email, mostCallers);
  return ids.length > 0 ? listFirstLines(db, ids) : [];
}
