import { asc, sql } from 'drizzle-orm';
import { unconfirmedLimitMs } from '#app/features/request/pace.ts';
import { openDatabases } from '#db/open.ts';
import { requestEvents } from '#db/tenant/schema/request.ts';
import { compareLedger, type Finding, listLost } from '#seeds/compare-ledgers.ts';
import { demoClock } from '#seeds/plan.ts';
import { checkContacts } from './check-contacts.ts';
import type { ContactTraffic } from './contact-traffic.ts';
import type { FaultWorld } from './fault-world.ts';
import type { ContactVerdict } from './judge-contacts.ts';
import type { Traffic } from './traffic.ts';
import { longestUnconfirmed, type Wait } from './unconfirmed-age.ts';

export type Verdict = {
  name: 'faults';
  ok: boolean;
  figures: Record<string, unknown>;
  budgets: Record<string, { limit: number; value: number; ok: boolean }>;
  seconds: number;
};
type Played = { traffic: Traffic; contacts: ContactTraffic };
type Story = { deaths: Record<string, number>; rounds: number; redis: boolean; startedAt: number };

/** Opens the databases that the last process left and holds them against the carriers' ledgers. */
export async function checkWorld(
  world: FaultWorld,
  { traffic, contacts }: Played,
  story: Story,
): Promise<Verdict> {
  const databases = await openDatabases({ dataDir: world.dataDir });
  const findings: Finding[] = [];
  const states: Record<string, unknown> = {};
  let unknownOutcomes = 0;
  let oldest: Wait = { requestId: '', ms: 0 };
  let oldestStory: string[] = [];
  let broken = 0;
  for (const tenantId of world.tenantIds) {
    const db = await databases.openTenant(tenantId);
    const [integrity] = await db.all<{ integrity_check: string }>(sql`pragma integrity_check`);
    if (integrity?.integrity_check !== 'ok') broken += 1;
    const own = [...traffic.acknowledged.values()].filter((one) => one.tenantId === tenantId);
    findings.push(
      ...(await listLost(
        db,
        own.map((one) => one.id),
      )),
    );
    for (const { carrier, simulator } of world.host.hosted.filter((one) => one.tenantId === tenantId)) {
      const compared = await compareLedger(db, carrier, simulator, { since: demoClock, lines: true });
      findings.push(...compared.findings);
      states[`${tenantId} ${carrier}`] = compared.counts;
    }
    const steps = await db
      .select()
      .from(requestEvents)
      .orderBy(asc(requestEvents.requestId), asc(requestEvents.version));
    unknownOutcomes += steps.filter((step) => step.toState === 'unconfirmed').length;
    const longest = longestUnconfirmed(steps, world.clock.now());
    if (longest.ms > oldest.ms) {
      oldest = longest;
      oldestStory = steps.filter((step) => step.requestId === longest.requestId).map(tellStep);
    }
  }
  const contacted = await checkContacts(databases, world.contacts, contacts);
  databases.close();
  return toVerdict(
    {
      findings,
      contacted,
      called: contacts.acknowledged.size,
      states,
      unknownOutcomes,
      oldestMs: oldest.ms,
      oldestStory,
      broken,
    },
    traffic,
    story,
  );
}

function tellStep(step: typeof requestEvents.$inferSelect): string {
  return `${step.at.toISOString()} ${step.event} ${JSON.stringify(step.note ?? {})}`;
}

type Found = {
  findings: Finding[];
  contacted: ContactVerdict;
  called: number;
  states: Record<string, unknown>;
  unknownOutcomes: number;
  oldestMs: number;
  oldestStory: string[];
  broken: number;
};

function toVerdict(found: Found, traffic: Traffic, story: Story): Verdict {
  const count = (kind: Finding['kind']) => found.findings.filter((finding) => finding.kind === kind).length;
  const contactFaults = (kind: string) => found.contacted.findings.filter((one) => one.kind === kind).length;
  const values = {
    lost: count('lost'),
    doubled: count('duplicated'),
    mismatched: count('mismatched'),
    unsettled: count('unsettled'),
    damagedDatabases: found.broken,
    contactsDoubled: contactFaults('doubled'),
    contactsLost: contactFaults('lost'),
    contactsMismatched: contactFaults('mismatched'),
    contactsUnsettled: contactFaults('unsettled'),
    contactsOverACap: contactFaults('over-a-cap'),
  };
  const zero = Object.entries(values).map(
    ([key, value]) => [key, { limit: 0, value, ok: value === 0 }] as const,
  );
  const minutes = found.oldestMs / 60_000;
  const limit = unconfirmedLimitMs / 60_000;
  const budgets = {
    ...Object.fromEntries(zero),
    oldestUnconfirmedMinutes: { limit, value: Math.round(minutes * 10) / 10, ok: minutes <= limit },
  };
  return {
    name: 'faults',
    ok: Object.values(budgets).every((budget) => budget.ok),
    figures: {
      rounds: story.rounds,
      deaths: story.deaths,
      redis: story.redis,
      submitted: traffic.submissions,
      acknowledged: traffic.acknowledged.size,
      refused: traffic.refused,
      unknownOutcomes: found.unknownOutcomes,
      states: found.states,
      contactsCalledFor: found.called,
      contactStates: found.contacted.states,
      contactFindings: found.contacted.findings.map(({ kind, what }) => `${kind}: ${what}`),
      oldestUnconfirmed: found.oldestStory,
      findings: found.findings.map(({ kind, carrier, what }) => `${kind} at ${carrier}: ${what}`),
    },
    budgets,
    seconds: (Date.now() - story.startedAt) / 1000,
  };
}
