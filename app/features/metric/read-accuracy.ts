import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { type ErrorFamily, errorFamilies } from '#app/features/scorecard/scorecard.ts';
import type { TenantDb } from '#db/open.ts';
import type { Summed } from '#db/tenant/queries/report-cells.ts';
import { listReviews } from '#db/tenant/queries/reviews.ts';
import type { Dimension } from './metric.ts';
import type { Grain } from './span.ts';
import { dateOfDay, zoneDays } from './zone-days.ts';

type Span = { since: Date; before: Date };
type Asked = Span & { dimension: Dimension | null; steps: Grain | null; timeZone: string };

/** A review of a fair sample to which a family of errors applies: whether it is without one. */
type Judged = {
  id: string;
  at: Date;
  agentId: string;
  queue: string;
  family: ErrorFamily;
  isRight: boolean;
};

/** Reviews of a fair sample to which a family of errors applies, and of them those without one, by the day of the work. */
export async function readAccuracySums(
  db: TenantDb,
  { since, before, dimension, steps, timeZone }: Asked,
): Promise<Summed[]> {
  const { dayOf } = zoneDays(timeZone);
  const sums = new Map<string, Summed>();
  const add = (measure: string, key: string, step: string | null, value: number) => {
    const name = `${measure} ${step} ${key}`;
    sums.set(name, { measure, key, step, value: (sums.get(name)?.value ?? 0) + value });
  };
  for (const judged of await readJudged(db, { since, before })) {
    const { at, family, isRight } = judged;
    const date = dateOfDay(dayOf(at.getTime()));
    const step = steps === null ? null : date.slice(0, steps === 'day' ? 10 : 7);
    const key = accuracyKeyOf(judged, dimension);
    add(`${family}Reviewed`, key, step, 1);
    if (isRight) add(family, key, step, 1);
  }
  return [...sums.values()];
}

export function accuracyKeyOf({ agentId, queue }: Judged, dimension: Dimension | null): string {
  return dimension === 'agent' ? agentId : dimension === 'channel' ? queue : '';
}

/** Each review once a family that applies to it. */
export async function readJudged(db: TenantDb, { since, before }: Span): Promise<Judged[]> {
  const reviews = await listReviews(db, { from: since, to: before, isRankable: true });
  return reviews.flatMap(({ review: { id, agentId, queue, occurredAt, answers }, card }) => {
    const { families } = scoreAnswers(card, answers);
    return errorFamilies.flatMap((family) => {
      const isRight = families[family];
      const judged = { id, at: occurredAt, agentId, queue, family };
      return typeof isRight === 'boolean' ? [{ ...judged, isRight }] : [];
    });
  });
}
