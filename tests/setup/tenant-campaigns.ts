import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { campaignActions, campaignMembers, campaigns } from '#db/tenant/schema/campaign.ts';
import { campaignNotes, campaignProofs } from '#db/tenant/schema/campaign-proof.ts';
import { makeLine, makeSubscriber, seededId, seedTime } from '#seeds/factories.ts';

/** A measured campaign of the tenant's one line, with a note; both known by the tenant's mark. */
export async function fillCampaigns(db: TenantDb, seed: number, marker: string, userId: string) {
  const campaignId = seededId(seedTime, seed, 190);
  const member = { campaignId, subscriberId: makeSubscriber(seed).id, lineId: makeLine(seed).id };
  await commit(db, [
    db.insert(campaigns).values({
      id: campaignId,
      name: `${marker} кампания`,
      kind: 'prevention',
      state: 'finished',
      version: 1,
      purpose: 'service',
      conditions: [],
      steps: [],
      controlPercent: 20,
      windowDays: 30,
      contactKopecks: 300,
      salt: `salt-${seed}`,
      createdBy: userId,
      createdAt: seedTime,
      frozenAt: seedTime,
      startedAt: seedTime,
      changedAt: seedTime,
      measuredFrom: '2025-11-01',
      measuredUntil: '2025-11-30',
    }),
    db.insert(campaignMembers).values({
      ...member,
      arm: 'treated',
      draw: 0.5,
      stratum: 'mts low',
      step: 1,
      reachedAt: seedTime,
      outcome: 0,
    }),
    db
      .insert(campaignActions)
      .values({ campaignId, subscriberId: member.subscriberId, step: 0, action: 'message', at: seedTime }),
    db.insert(campaignProofs).values({ campaignId, measuredAt: seedTime }),
    db.insert(campaignNotes).values({
      id: seededId(seedTime, seed, 191),
      campaignId,
      text: `${marker} вывод`,
      by: userId,
      at: seedTime,
    }),
  ]);
  return { campaignId };
}
