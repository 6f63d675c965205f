import type { CampaignArm } from '#app/features/campaign/campaign.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { campaignMembers, campaigns } from '#db/tenant/schema/campaign.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';

const at = new Date('2026-02-01T09:00:00Z');

export type GivenMember = {
  arm: CampaignArm;
  stratum?: string;
  isReached?: boolean;
  /** When he left, and when he came back. */
  left?: readonly (readonly [on: string, returnedOn?: string])[];
};

/** A campaign that began on the first of March 2026 and is measured for thirty days; the members `m1`, `m2` … of it. */
export async function addCampaign(
  db: TenantDb,
  { id = 'campaign', ...given }: Partial<typeof campaigns.$inferInsert>,
  members: readonly GivenMember[],
) {
  const campaign: typeof campaigns.$inferInsert = {
    id,
    name: `Кампания ${id}`,
    kind: 'prevention',
    state: 'finished',
    version: 1,
    purpose: 'service',
    conditions: [],
    steps: [],
    controlPercent: 20,
    windowDays: 30,
    contactKopecks: 300,
    salt: 'salt',
    createdBy: 'manager-1',
    createdAt: at,
    frozenAt: at,
    startedAt: at,
    measuredFrom: '2026-03-01',
    measuredUntil: '2026-03-30',
    changedAt: at,
    ...given,
  };
  const people = members.map((member, place) => ({ ...member, subscriberId: `${id}-m${place + 1}` }));
  await commit(db, [
    db.insert(campaigns).values(campaign),
    ...people.flatMap((member, place) => memberRows(db, id, member, place)),
  ]);
}

type Person = GivenMember & { subscriberId: string };

function memberRows(db: TenantDb, campaignId: string, member: Person, place: number) {
  const { subscriberId, arm, stratum = 'mts low', isReached, left = [] } = member;
  const lineId = `${subscriberId}-line`;
  const person = { kind: 'person', name: 'Абонент', contractNumber: subscriberId, createdAt: at } as const;
  const line = { carrier: 'mts', carrierAccountId: 'a1', createdAt: at };
  const msisdn = `+7${9_000_000_000 + hash(campaignId) + place}`;
  const noted = { kind: 'port-out', reason: 'unknown', notedBy: 'worker', notedAt: at } as const;
  return [
    db.insert(subscribers).values({ id: subscriberId, ...person }),
    db.insert(lines).values({ id: lineId, subscriberId, msisdn, ...line }),
    db.insert(campaignMembers).values({
      campaignId,
      subscriberId,
      lineId,
      arm,
      stratum,
      draw: place / 1000,
      step: 1,
      reachedAt: isReached ? at : null,
    }),
    ...left.map(([on, returnedOn = null], nth) =>
      db.insert(departures).values({ id: `${lineId}-${nth}`, lineId, on, returnedOn, ...noted }),
    ),
  ];
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_000_000, 0);
}
