import {
  type Answers,
  type CardContent,
  type ErrorFamily,
  isError,
  itemsOf,
  twelfthsOf,
} from './scorecard.ts';

/** A family is named only where an item of it applied. */
export type Score = {
  /** 0…100; `null`: nothing applied. */
  percent: number | null;
  /** The weighted mean before errors had their effect. */
  percentBeforeErrors: number | null;
  /** Whether the review is without an error of the family. */
  families: Partial<Record<ErrorFamily, boolean>>;
  /** Items that were critical errors. */
  errors: string[];
};

/**
 * The weighted mean of the items that applied: 100 × Σ(section weight × item weight × share of the scale) ÷
 * Σ(section weight × item weight). What did not apply leaves both sums. The answers fit the card (`findAnswerFault`).
 */
export function scoreAnswers(card: CardContent, answers: Answers): Score {
  const marked = itemsOf(card).flatMap((item) => {
    const mark = answers[item.id];
    return mark === null || mark === undefined
      ? []
      : [{ ...item, mark, weight: item.weight * item.sectionWeight }];
  });
  const weights = marked.reduce((sum, { weight }) => sum + weight, 0);
  const twelfths = marked.reduce((sum, { weight, scale, mark }) => sum + weight * twelfthsOf(scale, mark), 0);
  const before = weights === 0 ? null : (100 * twelfths) / (12 * weights);
  const critical = marked.flatMap((item) =>
    item.critical ? [{ ...item.critical, id: item.id, isError: isError(item.scale, item.mark) }] : [],
  );
  const families: Score['families'] = {};
  for (const one of critical) families[one.family] = (families[one.family] ?? true) && !one.isError;
  const errors = critical.filter((one) => one.isError);
  const limits = errors.map(({ effect }) => ({ zero: 0, cap: card.capPercent, flag: 100 })[effect]);
  return {
    percent: before === null ? null : Math.min(before, ...limits),
    percentBeforeErrors: before,
    families,
    errors: errors.map(({ id }) => id),
  };
}

/** The plain mean: every review counts once, and one where nothing applied not at all. `null`: there is none. */
export function meanScore(scores: readonly Pick<Score, 'percent'>[]): number | null {
  const percents = scores.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  return percents.length === 0 ? null : percents.reduce((sum, percent) => sum + percent, 0) / percents.length;
}
