import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { incidents, incidentUpdates } from '#db/tenant/schema/incident.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A trouble of many with a word on it, and a decision in the subscriber's favour, all marked. */
export async function fillIncident(db: TenantDb, seed: number, marker: string, caseId: string) {
  const [incidentId, updateId, decisionId] = [50, 51, 52].map((place) => seededId(seedTime, seed, place));
  if (!incidentId || !updateId || !decisionId) throw new Error('No ids were made.');
  const said = { by: 'lead', at: seedTime };
  await commit(db, [
    db.insert(incidents).values({
      id: incidentId,
      number: seed,
      title: `${marker} авария`,
      banner: `${marker} чиним`,
      match: {},
      slaTreatment: 'run',
      version: 1,
      startedAt: seedTime,
      createdBy: 'lead',
      createdAt: seedTime,
    }),
    db.insert(incidentUpdates).values({ id: updateId, incidentId, body: marker, isLast: false, ...said }),
    db.insert(goodwillDecisions).values({
      id: decisionId,
      caseId,
      agentId: 'agent',
      month: '2026-03',
      sequence: 1,
      kind: 'credit',
      amountKopecks: 100,
      reason: `${marker} причина`,
      state: 'asked',
      formToken: decisionId,
      at: seedTime,
    }),
  ]);
  return { incidentId, updateId, decisionId };
}
