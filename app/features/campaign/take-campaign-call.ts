import { and, eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { holderOf } from '#app/features/debt/call-task.ts';
import { askGate } from '#app/features/outreach/ask-gate.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CampaignCallRow, getCampaignCall } from '#db/tenant/queries/campaign-calls.ts';
import { getCampaignStanding } from '#db/tenant/queries/campaign-steps.ts';
import { getLine } from '#db/tenant/queries/lines.ts';
import { campaignCalls } from '#db/tenant/schema/campaign.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import type { CampaignDesk, CampaignRefused } from './campaign-desk.ts';

export type FoundCall = NonNullable<Awaited<ReturnType<typeof getCampaignCall>>>;

/**
 * Gives a call to one agent. The gate is asked before he dials: the call counts from here, and two agents cannot
 * have it at once. Whom any campaign leaves alone is not called, however old the task is.
 */
export async function takeCampaignCall(desk: CampaignDesk, id: string): CampaignRefused<null> {
  const { db, actor, now } = desk;
  const found = await findOpenCall(desk, id);
  if (!found.ok) return found;
  const { call, campaign, msisdn } = found.value;
  if (holderOf(call, now) === actor.userId) return ok(null);
  const standing = await getCampaignStanding(db, campaign.id, call.subscriberId);
  const isWanted =
    campaign.state === 'running' && standing?.arm === 'treated' && !standing.isControlElsewhere;
  if (!isWanted) return refuse({ code: 'campaign-call-over' });
  const line = await getLine(db, call.lineId);
  const bar = await findBar(desk, { carrier: line?.carrier ?? null });
  if (bar) return refuse(bar);
  const taken = { takenBy: actor.userId, takenAt: now };
  const { subscriberId, lineId } = call;
  const wish = {
    subscriberId,
    lineId,
    purpose: campaign.purpose,
    channel: 'call' as const,
    address: msisdn,
    content: '',
  };
  const asked = await askGate(db, { ...wish, sendKey: keyOf({ ...call, ...taken }), by: actor.userId }, now);
  if (!asked.verdict.ok) {
    if (asked.statements.length > 0) await commit(db, asked.statements);
    const { error } = asked.verdict;
    if (error.code !== 'contact-refused') return refuse({ code: 'conflict' });
    return refuse({ code: 'call-refused', rule: error.rule, until: error.until });
  }
  return writeCall(desk, call, [changeCall(db, call, taken), ...asked.statements]);
}

/** Puts a call back that was not made: it counts against nobody's limits. */
export async function releaseCampaignCall(desk: CampaignDesk, id: string): CampaignRefused<null> {
  const { db, actor, now } = desk;
  const found = await findOpenCall(desk, id);
  if (!found.ok) return found;
  const { call } = found.value;
  if (holderOf(call, now) !== actor.userId) return ok(null);
  return writeCall(desk, call, [
    changeCall(db, call, { takenBy: null, takenAt: null }),
    endAttempt(db, call, { state: 'failed', failure: 'not-called' }),
  ]);
}

/** An open call that no colleague has. */
export async function findOpenCall({ db, actor, now }: CampaignDesk, id: string): CampaignRefused<FoundCall> {
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  const found = await getCampaignCall(db, id);
  if (!found) return refuse({ code: 'campaign-call-not-found' });
  if (found.call.state !== 'open') return refuse({ code: 'campaign-call-over' });
  const holder = holderOf(found.call, now);
  return holder && holder !== actor.userId ? refuse({ code: 'campaign-call-taken' }) : ok(found);
}

export async function writeCall(
  { db }: CampaignDesk,
  call: CampaignCallRow,
  statements: Statement[],
): CampaignRefused<null> {
  const written = await commit(db, statements, [{ topic: 'campaign-call', id: call.id }]);
  return written.ok && written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'conflict' });
}

export function changeCall(
  db: TenantDb,
  { id, version }: CampaignCallRow,
  set: Partial<CampaignCallRow>,
): Statement {
  const isSame = and(eq(campaignCalls.id, id), eq(campaignCalls.version, version));
  return db
    .update(campaignCalls)
    .set({ ...set, version: version + 1 })
    .where(isSame);
}

/** The gate's name of the call that was taken in this moment: taken anew it is another. */
function keyOf({ id, takenAt }: Pick<CampaignCallRow, 'id' | 'takenAt'>): string {
  return `campaign-call-${id}-${takenAt?.getTime() ?? 0}`;
}

export function endAttempt(
  db: TenantDb,
  call: CampaignCallRow,
  set: Partial<typeof outreachAttempts.$inferInsert>,
): Statement {
  return db
    .update(outreachAttempts)
    .set(set)
    .where(eq(outreachAttempts.sendKey, keyOf(call)));
}
