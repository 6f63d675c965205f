import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { callUndoMs, holderOf } from '#app/features/debt/call-task.ts';
import { refuse } from '#app/platform/result.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { type CampaignCallRow, getCampaignCall } from '#db/tenant/queries/campaign-calls.ts';
import { campaignMembers } from '#db/tenant/schema/campaign.ts';
import { type CampaignCallOutcome, campaignCallOutcomes } from './campaign.ts';
import type { CampaignDesk, CampaignRefused } from './campaign-desk.ts';
import { changeCall, endAttempt, type FoundCall, findOpenCall, writeCall } from './take-campaign-call.ts';

export const CampaignOutcomeForm = z.object({
  outcome: z.enum(campaignCallOutcomes, { error: 'required' }),
  note: z.string().trim().max(1000, 'long').default(''),
});

/** He himself was spoken to. */
const reaching: readonly CampaignCallOutcome[] = ['accepted', 'declined', 'reached'];

/** How a call ended, told by whoever took it. Whom it reached counts as reached by the campaign. */
export async function recordCampaignCall(
  desk: CampaignDesk,
  id: string,
  { outcome, note }: z.infer<typeof CampaignOutcomeForm>,
): CampaignRefused<null> {
  const { db, actor, now } = desk;
  const found = await findOpenCall(desk, id);
  if (!found.ok) return found;
  const { call } = found.value;
  if (holderOf(call, now) !== actor.userId) return refuse({ code: 'campaign-call-taken' });
  const done = { state: 'done' as const, outcome, note: note || null, doneBy: actor.userId, doneAt: now };
  return writeCall(desk, call, [
    changeCall(db, call, done),
    endAttempt(db, call, { state: 'sent', sentAt: now, content: note ? `${outcome}: ${note}` : outcome }),
    ...(reaching.includes(outcome) ? [reach(db, call, now)] : []),
    ...(outcome === 'accepted' || outcome === 'declined' ? callAnswer(db, found.value, now) : []),
  ]);
}

/** What he answered to an offer is kept among the offers, once it cannot be taken back any more. */
function callAnswer(db: TenantDb, { call, campaign }: FoundCall, now: Date): Statement[] {
  if (!campaign.steps[call.step]?.offerId) return [];
  const dueAt = new Date(now.getTime() + callUndoMs);
  const work = { queue: 'campaign-answer', gate: 'campaign-answer', lane: 'interactive', dueAt } as const;
  return [callFor(db, { ...work, payload: { callId: call.id } }, now)];
}

function reach(db: TenantDb, { campaignId, subscriberId }: CampaignCallRow, now: Date): Statement {
  const { reachedAt } = campaignMembers;
  const isHim = and(
    eq(campaignMembers.campaignId, campaignId),
    eq(campaignMembers.subscriberId, subscriberId),
  );
  return db
    .update(campaignMembers)
    .set({ reachedAt: now })
    .where(and(isHim, isNull(reachedAt)));
}

/** Takes an outcome back that was told by a slip: the call is his again. */
export async function undoCampaignCall(desk: CampaignDesk, id: string): CampaignRefused<null> {
  const { db, actor, now } = desk;
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  const found = await getCampaignCall(db, id);
  if (!found) return refuse({ code: 'campaign-call-not-found' });
  const { call } = found;
  const isInTime = call.doneAt !== null && now.getTime() - call.doneAt.getTime() <= callUndoMs;
  if (call.state !== 'done' || call.doneBy !== actor.userId || !isInTime)
    return refuse({ code: 'undo-too-late' });
  const { campaignId, subscriberId, doneAt } = call;
  const reachedByIt = and(
    eq(campaignMembers.campaignId, campaignId),
    eq(campaignMembers.subscriberId, subscriberId),
    eq(campaignMembers.reachedAt, doneAt ?? now),
  );
  const open = { state: 'open' as const, outcome: null, note: null, doneBy: null, doneAt: null };
  return writeCall(desk, call, [
    changeCall(db, call, open),
    endAttempt(db, call, { state: 'allowed', sentAt: null, content: '' }),
    db.update(campaignMembers).set({ reachedAt: null }).where(reachedByIt),
  ]);
}
