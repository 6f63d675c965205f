import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listLeavingCases } from '#db/tenant/queries/save-talks.ts';
import { beginTalk, maySave } from './open-talk.ts';

const mostAtOnce = 50;

/** Begins a talk for every open case whose topic says that he wants to leave. Returns how many. */
export async function openTopicTalks(db: TenantDb, now: Date, control: ControlDb): Promise<number> {
  const found = await listLeavingCases(db, mostAtOnce);
  const tenant = found.length > 0 ? await getTenant(control, db.tenantId) : null;
  if (!tenant) return 0;
  const actor = { userId: 'worker', name: '', roles: [] };
  let begun = 0;
  for (const { caseId, lineId, assigneeId } of found) {
    const agentId = assigneeId && (await maySave(db, assigneeId)) ? assigneeId : null;
    const asked = { wish: 'port-out' as const, appliedOn: null, rival: null };
    const form = { formToken: `case-${caseId}`, caseId, lineId, ...asked };
    const talk = await beginTalk({ db, actor, now, timeZone: tenant.timeZone }, form, agentId);
    if (talk.ok && talk.value.isNew) begun += 1;
  }
  return begun;
}
