import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { errorFamilies } from '#app/features/scorecard/scorecard.ts';
import type { TenantDb } from '#db/open.ts';
import type { Summed } from '#db/tenant/queries/report-cells.ts';
import { listReviews } from '#db/tenant/queries/reviews.ts';
import type { Dimension } from './metric.ts';
import type { Grain } from './span.ts';
import { dateOfDay, zoneDays } from './zone-days.ts';

type Asked = { from: Date; before: Date; dimension: Dimension | null; steps: Grain | null; timeZone: string };

/** Reviews of a fair sample to which a family of errors applies, and of them those without one, by the day of the work. */
export async function readAccuracySums(
  db: TenantDb,
  { from, before, dimension, steps, timeZone }: Asked,
): Promise<Summed[]> {
  const { dayOf } = zoneDays(timeZone);
  const sums = new Map<string, Summed>();
  const add = (measure: string, key: string, step: string | null, value: number) => {
    const name = `${measure} ${step} ${key}`;
    sums.set(name, { measure, key, step, value: (sums.get(name)?.value ?? 0) + value });
  };
  for (const { review, card } of await listReviews(db, { from, to: before, isRankable: true })) {
    const key = dimension === 'agent' ? review.agentId : dimension === 'channel' ? review.queue : '';
    const date = dateOfDay(dayOf(review.occurredAt.getTime()));
    const step = steps === null ? null : date.slice(0, steps === 'day' ? 10 : 7);
    const { families } = scoreAnswers(card, review.answers);
    for (const family of errorFamilies) {
      const isRight = families[family];
      if (typeof isRight !== 'boolean') continue;
      add(`${family}Reviewed`, key, step, 1);
      if (isRight) add(family, key, step, 1);
    }
  }
  return [...sums.values()];
}
