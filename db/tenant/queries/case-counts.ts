import { desc, sql } from 'drizzle-orm';
import type { CaseState } from '#app/features/case/case.ts';
import type { TenantDb } from '#db/open.ts';
import { caseReads, cases } from '../schema/case.ts';
import { notices } from '../schema/notice.ts';
import { type CaseFilter, isOpen, selectCaseIds } from './case-filter.ts';

/** How many a filter finds, counted no further than `most`: a number nobody reads is not worth a scan. */
export async function countCases(db: TenantDb, filter: CaseFilter, most: number): Promise<number> {
  const found = selectCaseIds(filter, 'newest', { limit: most });
  const [row] = await db.all<{ n: number }>(sql`select count(*) as n from (${found})`);
  return row?.n ?? 0;
}

/** What a filter finds, for a deed on all of it: newest first, no more than `most`. */
export async function listCaseIds(db: TenantDb, filter: CaseFilter, most: number) {
  const found = selectCaseIds(filter, 'newest', { order: [desc(cases.id)], limit: most });
  return db.all<{ id: string; state: CaseState }>(
    sql`select id, state from ${cases} where id in (${found}) order by id desc`,
  );
}

/** A person's open cases in which something was written that he has not read, and any that he is told of; once each. */
export async function countUnreadCases(db: TenantDb, userId: string): Promise<number> {
  const [row] = await db.all<{ n: number }>(
    sql`select count(*) as n from (
      select ${cases.id} from ${cases} indexed by cases_open_by_assignee
      left join ${caseReads} on ${caseReads.userId} = ${userId} and ${caseReads.caseId} = ${cases.id}
      where ${isOpen} and ${cases.assigneeId} = ${userId}
        and ${cases.lastMessageId} > coalesce(${caseReads.messageId}, '')
      union
      select ${notices.caseId} from ${notices} where ${notices.userId} = ${userId} and ${notices.readAt} is null)`,
  );
  return row?.n ?? 0;
}
