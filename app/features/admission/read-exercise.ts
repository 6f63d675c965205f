import { maskText } from '#app/features/subscriber/mask-personal.ts';
import type { TenantDb } from '#db/open.ts';
import { getPastRequest } from '#db/tenant/queries/admission-practice.ts';
import { exerciseAt, type PracticeInput, type PracticeKind, practiceKinds } from './practice.ts';

export type Exercise = NonNullable<Awaited<ReturnType<typeof readExercise>>>;
export type PracticeOutcome = NonNullable<Awaited<ReturnType<typeof judgeExercise>>>;

/**
 * The n-th exercise: what the subscriber of a past request wanted, without who he is and what came of it. `null`:
 * there are not so many.
 */
export async function readExercise(db: TenantDb, n: number) {
  const past = await getPastRequest(db, exerciseAt(n));
  const kind = past && kindOf(past.kind);
  if (!past || !kind) return null;
  const { id, carrier, tariffName, itemName, payload } = past;
  const isTheft = payload.kind === 'line.block' && payload.reason === 'theft';
  const wish = isTheft ? ('line.theft' as const) : kind;
  return {
    requestId: id,
    carrier,
    tariffName: maskText(tariffName ?? ''),
    wish,
    item: maskText(itemName ?? ''),
  };
}

/** What really happened, beside what was chosen. Nothing is asked of a carrier, and nothing is kept. */
export async function judgeExercise(db: TenantDb, requestId: string, chosen: PracticeInput) {
  const past = await getPastRequest(db, { id: requestId });
  const kind = past && kindOf(past.kind);
  if (!past || !kind) return null;
  const result = past.state === 'done' ? ('done' as const) : ('refused' as const);
  const failure = past.failure && { ...past.failure, text: maskText(past.failure.text) };
  return {
    ...{ kind, result, failure, item: maskText(past.itemName ?? '') },
    tookMs: past.changedAt.getTime() - past.createdAt.getTime(),
    isSameKind: chosen.kind === kind,
    isSameResult: chosen.result === result,
  };
}

function kindOf(kind: string): PracticeKind | undefined {
  return practiceKinds.find((one) => one === kind);
}
