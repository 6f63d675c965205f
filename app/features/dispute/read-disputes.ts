import type { Actor } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listDisputes } from '#db/tenant/queries/disputes.ts';

export type DisputeList = Awaited<ReturnType<typeof readDisputes>>;
const mostListed = 200;

/** What is disputed, open ones first, and how disputes end. */
export async function readDisputes({
  db,
  control,
  actor,
}: {
  db: TenantDb;
  control: ControlDb;
  actor: Actor;
}) {
  const rows = await listDisputes(db, mostListed);
  const names = await namesOf(
    control,
    rows.flatMap(({ dispute, reviewerId }) => [dispute.raisedBy, reviewerId, dispute.judgedBy ?? '']),
  );
  const judged = rows.filter(({ dispute }) => dispute.state !== 'open');
  const upheld = judged.filter(({ dispute }) => dispute.state === 'rejected').length;
  return {
    disputes: rows.map(({ dispute, reviewerId }) => ({
      id: dispute.id,
      reviewId: dispute.reviewId,
      kind: dispute.kind,
      state: dispute.state,
      comment: dispute.comment,
      raisedAt: dispute.raisedAt,
      judgedAt: dispute.judgedAt,
      agent: names[dispute.raisedBy] ?? '',
      reviewer: names[reviewerId] ?? '',
      judge: dispute.judgedBy ? (names[dispute.judgedBy] ?? '') : null,
      isParty: [reviewerId, dispute.raisedBy].includes(actor.userId),
    })),
    openCount: rows.length - judged.length,
    judgedCount: judged.length,
    changedCount: judged.length - upheld,
  };
}
