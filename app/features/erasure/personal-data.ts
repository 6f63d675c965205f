import { eq, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import {
  cabinetCodes,
  cabinetNotices,
  cabinetPreferences,
  cabinetSessions,
} from '#db/tenant/schema/cabinet.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { lines, searchTerms, subscribers } from '#db/tenant/schema/subscriber.ts';
import { erasedKey, erasedText } from './erasure.ts';
import { emptied, kept, type PersonalRows, removed } from './personal-rows.ts';
import { rowsOfConversations } from './rows-of-conversations.ts';
import { rowsOfLines } from './rows-of-lines.ts';
import { rowsOfContacts, rowsOfMoney } from './rows-of-money.ts';

/** All that is known of a person, in the order in which it can go: nothing is looked for after what finds it went. */
export function personalRowsOf(db: TenantDb, subscriberId: string): PersonalRows[] {
  return [
    ...rowsOfConversations(db, subscriberId),
    ...rowsOfLines(db, subscriberId),
    ...rowsOfMoney(db, subscriberId),
    ...rowsOfContacts(db, subscriberId),
    removed(db, cabinetNotices, eq(cabinetNotices.subscriberId, subscriberId)),
    removed(db, cabinetSessions, eq(cabinetSessions.subscriberId, subscriberId)),
    removed(db, cabinetCodes, eq(cabinetCodes.subscriberId, subscriberId)),
    removed(db, cabinetPreferences, eq(cabinetPreferences.subscriberId, subscriberId)),
    removed(db, searchTerms, eq(searchTerms.subscriberId, subscriberId)),
    emptied(db, lines, eq(lines.subscriberId, subscriberId), emptyLine),
    emptied(db, subscribers, eq(subscribers.id, subscriberId), {
      name: erasedText,
      contractNumber: erasedKey(subscriberId),
      email: null,
      note: null,
      timeZone: null,
      postalAddress: null,
    }),
    kept(accessLog, eq(accessLog.subscriberId, subscriberId)),
  ];
}

/** No carrier is asked for a line without an account. Its tariff stays: churn is counted by it. */
const emptyLine = {
  msisdn: sql`${erasedText} || ${lines.id}`,
  carrierAccountId: erasedText,
  carrierLineId: null,
  accountNumber: null,
  iccid: null,
  balanceKopecks: null,
};
