import { firstParameters } from '#app/features/service-terms/service-terms.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { annotations, figureQuestions } from '#db/tenant/schema/report-talk.ts';
import { serviceTermVersions } from '#db/tenant/schema/service-terms.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** Terms of service, a note on charts and a question about a number, each with the mark of its tenant. */
export async function fillReportTalk(db: TenantDb, seed: number, marker: string, caseId: string) {
  const [annotationId, figureQuestionId, termsId] = [371, 372, 373].map((room) =>
    seededId(seedTime, seed, room),
  );
  if (!annotationId || !figureQuestionId || !termsId) throw new Error('No ids were made.');
  const span = { from: '2026-02-01', to: '2026-02-28' };
  const asked = { metric: 'serviceLevel', ...span, page: 'report/sla', question: marker, askedAt: seedTime };
  const terms = {
    parameters: firstParameters,
    feeKopecks: 100_000_00,
    mostPenaltyPerMille: 100,
    mostBonusPerMille: 50,
    thresholds: [],
  };
  await commit(db, [
    db.insert(annotations).values({
      id: annotationId,
      on: '2026-02-10',
      kind: 'outage',
      text: marker,
      by: 'somebody',
      at: seedTime,
    }),
    db.insert(figureQuestions).values({ id: figureQuestionId, caseId, askedBy: 'somebody', ...asked }),
    db.insert(serviceTermVersions).values({
      id: termsId,
      effectiveFrom: '2025-01-01',
      terms,
      reason: marker,
      createdBy: 'somebody',
      createdAt: seedTime,
    }),
  ]);
  return { annotationId, figureQuestionId };
}
