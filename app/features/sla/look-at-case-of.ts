import { sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callForFound } from '#db/outbox.ts';
import { caseRequests, cases } from '#db/tenant/schema/case.ts';
import { clockQueue } from './clock-work.ts';

/** Calls for a look at the clocks of the case that a request serves, if it serves one: time goes to the carrier, or comes back. */
export function lookAtCaseOf(db: TenantDb, requestId: string, at: Date): Statement {
  const payload = sql`json_object('caseId', ${cases.id}, 'version', ${cases.version})`;
  const from = sql`from ${caseRequests} join ${cases} on ${cases.id} = ${caseRequests.caseId} where ${caseRequests.requestId} = ${requestId}`;
  return callForFound(db, { ...clockQueue, dueAt: at }, { payload, from }, at);
}
