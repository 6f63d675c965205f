import type { TenantDb } from '#db/open.ts';
import { listCasesInTabs } from '#db/tenant/queries/case-detail.ts';
import { isUnread } from './case-item.ts';

const mostTabs = 20;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type CaseTab = Awaited<ReturnType<typeof readCaseTabs>>['tabs'][number];

/** The cases a person has open in tabs: whose, the last thing said, whether he has read it. */
export async function readCaseTabs(db: TenantDb, userId: string, ids: readonly string[]) {
  const wanted = ids.filter((id) => uuid.test(id)).slice(0, mostTabs);
  const rows = await listCasesInTabs(db, userId, wanted);
  const tabs = rows.map(({ readMessageId, lastMessageId, ...row }) => ({
    ...row,
    isUnread: isUnread(lastMessageId, readMessageId),
  }));
  return { tabs };
}
