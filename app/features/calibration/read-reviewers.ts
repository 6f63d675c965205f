import { meanInterval } from '#app/features/scorecard/mean-interval.ts';
import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { type Answers, type CardContent, itemsOf } from '#app/features/scorecard/scorecard.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listMarksSince } from '#db/tenant/queries/calibrations.ts';
import { listReviews } from '#db/tenant/queries/reviews.ts';
import { listScorecards } from '#db/tenant/queries/scorecards.ts';
import { agreementByItem } from './calibration.ts';
import { severityOf } from './reviewer-severity.ts';

type Reader = { db: TenantDb; control: ControlDb; now: Date };
export type ReviewersView = Awaited<ReturnType<typeof readReviewers>>;

const dayMs = 86_400_000;
const days = 180;
const mostMarks = 5000;

/**
 * How strict each reviewer is, and on which items they differ: by what several scored in calibrations that are over.
 * Effects of critical errors are left out, for one such mark would outweigh all others. Beside it the mean of what
 * each reviewed of drawn work, which chance gave out.
 */
export async function readReviewers({ db, control, now }: Reader) {
  const from = new Date(now.getTime() - days * dayMs);
  const rows = await listMarksSince(db, from, mostMarks);
  const reviewed = await listReviews(db, { from, to: now, isRankable: true });
  const scores = rows.flatMap(({ marked, card }) => {
    const { percentBeforeErrors } = scoreAnswers(card, marked.answers);
    return percentBeforeErrors === null ? [] : [{ ...unitOf(marked), percent: percentBeforeErrors }];
  });
  const drawn = Map.groupBy(reviewed, ({ review }) => review.reviewerId);
  const severity = new Map(severityOf(scores).map((one) => [one.reviewerId, one]));
  const ids = [...new Set([...severity.keys(), ...drawn.keys()])];
  const names = await namesOf(control, ids);
  const titles = new Map((await listScorecards(db)).map(({ id, title }) => [id, title]));
  return {
    days,
    reviewers: ids.map((id) => ({
      id,
      name: names[id] ?? '',
      severity: severity.get(id) ?? null,
      drawn: meanInterval(
        (drawn.get(id) ?? []).flatMap(({ review, card }) => scoreAnswers(card, review.answers).percent ?? []),
      ),
    })),
    cards: [...Map.groupBy(rows, ({ cardId }) => cardId)].map(([cardId, marks]) => ({
      id: cardId,
      title: titles.get(cardId) ?? '',
      agreement: agreementOf(marks),
    })),
  };
}

type Marks = Awaited<ReturnType<typeof listMarksSince>>;

/** By the newest version of a card; marks on an item that had another scale then are left out. */
function agreementOf(rows: Marks) {
  const [newest] = rows;
  if (!newest) return [];
  return agreementByItem(
    newest.card,
    rows.map(({ marked, card }) => ({
      ...unitOf(marked),
      answers: comparable(marked.answers, card, newest.card),
    })),
  );
}

/** The same work in two calibrations was looked at twice. */
function unitOf({ reviewerId, calibrationId, subjectId }: Marks[number]['marked']) {
  return { reviewerId, subjectId: `${calibrationId} ${subjectId}` };
}

function comparable(answers: Answers, card: CardContent, newest: CardContent): Answers {
  const scaleOf = (id: string, of: CardContent) => itemsOf(of).find((item) => item.id === id)?.scale;
  const kept = Object.entries(answers).filter(([id]) => scaleOf(id, card) === scaleOf(id, newest));
  return Object.fromEntries(kept);
}
