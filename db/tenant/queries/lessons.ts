import { and, desc, eq, gte, lt } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { cases, complaintSteps } from '../schema/case.ts';

/** What complaints taught within a time, newest first. */
export async function listLessons(db: TenantDb, from: Date, to: Date) {
  return db
    .select({
      caseId: cases.id,
      number: cases.number,
      subject: cases.subject,
      carrier: cases.carrier,
      topicId: cases.topicId,
      text: complaintSteps.text,
      by: complaintSteps.by,
      at: complaintSteps.at,
    })
    .from(complaintSteps)
    .innerJoin(cases, eq(cases.id, complaintSteps.caseId))
    .where(and(eq(complaintSteps.step, 'lesson'), gte(complaintSteps.at, from), lt(complaintSteps.at, to)))
    .orderBy(desc(complaintSteps.at));
}
