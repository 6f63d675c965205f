import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  audienceLines,
  audienceRuns,
  campaignCalls,
  campaigns,
  holdouts,
} from '#db/tenant/schema/campaign.ts';
import { makeLine, makeSubscriber, seededId, seedTime } from '#seeds/factories.ts';

/** A running campaign known by the tenant's mark, with a call of it, and what is known of the tenant's one line. */
export async function fillCampaignCalls(db: TenantDb, seed: number, marker: string, userId: string) {
  const [campaignId, campaignCallId] = [seededId(seedTime, seed, 195), seededId(seedTime, seed, 196)];
  const whose = { subscriberId: makeSubscriber(seed).id, lineId: makeLine(seed).id };
  const asked = {
    afterDays: 0,
    onlyIf: 'always',
    channel: 'call',
    text: `${marker} подсказка`,
    offerId: null,
  } as const;
  await commit(db, [
    db.insert(campaigns).values({
      id: campaignId,
      name: `${marker} обзвон`,
      kind: 'information',
      state: 'running',
      version: 1,
      purpose: 'service',
      conditions: [],
      steps: [asked],
      controlPercent: 20,
      windowDays: 30,
      contactKopecks: 300,
      salt: `salt-${seed}`,
      createdBy: userId,
      createdAt: seedTime,
      changedAt: seedTime,
      frozenAt: seedTime,
      startedAt: seedTime,
      measuredFrom: '2025-11-01',
      measuredUntil: '2099-11-30',
    }),
    db.insert(campaignCalls).values({
      id: campaignCallId,
      campaignId,
      ...whose,
      step: 0,
      on: '2025-11-03',
      dueAt: seedTime,
      state: 'open',
      version: 1,
    }),
    db.insert(audienceLines).values({
      ...whose,
      carrier: 'mts',
      riskReasons: '[]',
      ownedOn: '2025-01-01',
      overdue: 0,
      cases90: 0,
      complaints90: 0,
      failedRequests90: 0,
      options: '[]',
      topics: '[]',
      helpedBy: '[]',
      reach: 21,
      consents: 0,
    }),
    db.insert(audienceRuns).values({ id: seededId(seedTime, seed, 197), cursor: '', startedAt: seedTime }),
    db.insert(holdouts).values({
      id: seededId(seedTime, seed, 198),
      from: '2025-01-01',
      percent: 5,
      salt: `salt-${seed}`,
      setBy: userId,
      setAt: seedTime,
    }),
  ]);
  return { campaignCallId, campaignMove: 'pause' };
}
