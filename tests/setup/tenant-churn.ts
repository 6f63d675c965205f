import { churnScorecard } from '#app/features/churn/churn-scorecard.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { churnScoreHistory, churnScores, departures, lineLives } from '#db/tenant/schema/churn.ts';
import { models } from '#db/tenant/schema/prediction.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A model of churn with what it foretold of a line, which left once and came back. */
export async function fillChurn(db: TenantDb, seed: number, marker: string, lineId: string): Promise<void> {
  const [modelId, departureId] = [192, 193].map((room) => seededId(seedTime, seed, room));
  if (!modelId || !departureId) throw new Error('No ids were made.');
  const model = { kind: churnScorecard.kind, parameters: churnScorecard, card: { training: null } };
  const said = { lineId, on: '2026-03-01', modelId, probability: 0.5, band: 'high' as const };
  await commit(db, [
    db.insert(models).values({
      id: modelId,
      target: 'churn',
      number: 1,
      ...model,
      trainedAt: seedTime,
      inForceFrom: seedTime,
    }),
    db.insert(lineLives).values({ lineId, joinedOn: '2025-01-01', lastActiveOn: '2026-02-28' }),
    db.insert(churnScores).values({ ...said, reasons: [marker], inputs: [1, null] }),
    db.insert(churnScoreHistory).values(said),
    db.insert(departures).values({
      id: departureId,
      lineId,
      kind: 'port-out',
      on: '2025-06-01',
      reason: 'price',
      note: marker,
      returnedOn: '2025-07-01',
      notedBy: 'import',
      notedAt: seedTime,
    }),
  ]);
}
