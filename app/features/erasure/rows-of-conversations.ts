import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { formArrivals, uploads } from '#db/tenant/schema/arrival.ts';
import { cabinetReadings } from '#db/tenant/schema/cabinet.ts';
import { callEvents } from '#db/tenant/schema/call.ts';
import { caseEvents, cases, complaintSteps } from '#db/tenant/schema/case.ts';
import { attachments, contacts, drafts, messages } from '#db/tenant/schema/contact.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { knowledgeSearches } from '#db/tenant/schema/knowledge.ts';
import { mailArrivals } from '#db/tenant/schema/mail.ts';
import { notices } from '#db/tenant/schema/notice.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { erasedText } from './erasure.ts';
import { emptied, type PersonalRows, removed } from './personal-rows.ts';

/** What he wrote and said, and what was written of it. Files go with the rows that name them. */
export function rowsOfConversations(db: TenantDb, subscriberId: string): PersonalRows[] {
  const caseIds = db.select({ id: cases.id }).from(cases).where(eq(cases.subscriberId, subscriberId));
  const messageIds = db.select({ id: messages.id }).from(messages).where(inArray(messages.caseId, caseIds));
  const isHis = or(eq(contacts.subscriberId, subscriberId), inArray(contacts.caseId, caseIds));
  const callIds = db.select({ id: contacts.externalId }).from(contacts).where(isHis);
  return [
    removed(db, attachments, inArray(attachments.messageId, messageIds)),
    removed(db, uploads, inArray(uploads.caseId, caseIds)),
    removed(db, drafts, inArray(drafts.caseId, caseIds)),
    removed(db, formArrivals, inArray(formArrivals.caseId, caseIds)),
    removed(db, mailArrivals, inArray(mailArrivals.caseId, caseIds)),
    removed(db, notices, inArray(notices.caseId, caseIds)),
    removed(db, cabinetReadings, inArray(cabinetReadings.caseId, caseIds)),
    // Before the contacts lose the names of their calls.
    removed(db, callEvents, inArray(callEvents.callId, callIds)),
    emptied(db, contacts, isHis, { address: null, recordingUrl: null, externalId: null }),
    emptied(db, messages, inArray(messages.caseId, caseIds), emptyMessage),
    emptied(db, knowledgeSearches, inArray(knowledgeSearches.caseId, caseIds), { query: erasedText }),
    emptied(db, complaintSteps, inArray(complaintSteps.caseId, caseIds), { text: erasedText }),
    emptied(db, ratings, inArray(ratings.caseId, caseIds), { word: null }),
    emptied(db, goodwillDecisions, inArray(goodwillDecisions.caseId, caseIds), emptyGoodwill),
    emptied(db, caseEvents, inArray(caseEvents.caseId, caseIds), { note: withoutWords() }),
    emptied(db, cases, eq(cases.subscriberId, subscriberId), { subject: erasedText }),
  ];
}

const emptyMessage = { body: erasedText, externalId: null, failure: null };
const emptyGoodwill = { reason: erasedText, story: null };

/** An event keeps who moved what where: reports are made of that. */
function withoutWords(): SQL {
  return sql`json_remove(${caseEvents.note}, '$.before.subject', '$.after.subject', '$.failure', '$.reason')`;
}
