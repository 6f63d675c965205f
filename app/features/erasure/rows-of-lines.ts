import { and, eq, inArray, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import {
  churnDue,
  churnScoreHistory,
  churnScores,
  departures,
  lineUsage,
  lineUsageDays,
} from '#db/tenant/schema/churn.ts';
import { offerUses } from '#db/tenant/schema/offer.ts';
import { batchRejects, requestEvents, requests, wireRecords } from '#db/tenant/schema/request.ts';
import { saveTalks } from '#db/tenant/schema/save.ts';
import { lineOptions, lines } from '#db/tenant/schema/subscriber.ts';
import { erasedText } from './erasure.ts';
import { emptied, type PersonalRows, removed } from './personal-rows.ts';

/** What was done for his lines, what is known of their use, and what was foretold of them. */
export function rowsOfLines(db: TenantDb, subscriberId: string): PersonalRows[] {
  const isHis = eq(lines.subscriberId, subscriberId);
  const lineIds = db.select({ id: lines.id }).from(lines).where(isHis);
  // What was asked for a line before it was his is another's.
  const ownedSince = sql`(select coalesce(${lines.ownedSince}, 0) from ${lines} where ${lines.id} = ${requests.lineId})`;
  const isHisRequest = and(inArray(requests.lineId, lineIds), sql`${requests.createdAt} >= ${ownedSince}`);
  const requestIds = db.select({ id: requests.id }).from(requests).where(isHisRequest);
  const namesHim = sql`exists (select 1 from ${lines} where ${isHis} and instr(${batchRejects.text}, substr(${lines.msisdn}, -10)) > 0)`;
  return [
    removed(db, wireRecords, inArray(wireRecords.requestId, requestIds)),
    removed(db, batchRejects, namesHim),
    removed(db, lineOptions, inArray(lineOptions.lineId, lineIds)),
    removed(db, lineUsage, inArray(lineUsage.lineId, lineIds)),
    removed(db, lineUsageDays, inArray(lineUsageDays.lineId, lineIds)),
    removed(db, churnDue, inArray(churnDue.lineId, lineIds)),
    removed(db, churnScores, inArray(churnScores.lineId, lineIds)),
    removed(db, churnScoreHistory, inArray(churnScoreHistory.lineId, lineIds)),
    emptied(db, requestEvents, inArray(requestEvents.requestId, requestIds), { note: null }),
    emptied(db, requests, isHisRequest, emptyRequest),
    emptied(db, departures, inArray(departures.lineId, lineIds), { note: null }),
    emptied(db, saveTalks, inArray(saveTalks.lineId, lineIds), { note: null, rival: null }),
    emptied(db, offerUses, inArray(offerUses.lineId, lineIds), { why: null }),
  ];
}

const emptyRequest = {
  payload: sql`json_replace(${requests.payload}, '$.iccid', ${erasedText}, '$.imsi', ${erasedText}, '$.email', ${erasedText})`,
  preview: null,
  carrierRef: null,
  failure: null,
};
