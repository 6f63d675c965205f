import { expect, test } from 'vitest';
import { defaultCard } from '#app/features/scorecard/default-card.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import { calibrationAnswers, calibrationSubjects, calibrations } from '#db/tenant/schema/calibration.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readReviewers } from './read-reviewers.ts';

const now = new Date('2026-11-22T09:00:00Z');
const best = { smile: 5, emotion: 5, 'no-script': 5, answer: 1, promise: 1, needs: 5, data: 1 };

async function openScored() {
  const { databases, db } = await openTestTenant();
  await commit(db, storeDefaultCard(db, { id: 'card', by: 'm', at: new Date(0) }));
  const add = (id: string, closedAt: Date | null, subjects: readonly string[]) =>
    commit(db, [
      db.insert(calibrations).values({
        id,
        title: id,
        cardId: 'card',
        cardVersion: 1,
        referenceBy: 'kind',
        createdBy: 'kind',
        createdAt: now,
        closedAt,
      }),
      ...subjects.flatMap((subjectId, place) => [
        db.insert(calibrationSubjects).values({ calibrationId: id, subjectId, subjectType: 'case', place }),
        ...['kind', 'strict'].map((reviewerId) => {
          const answers = reviewerId === 'kind' ? best : { ...best, smile: 1, answer: 0 };
          return db
            .insert(calibrationAnswers)
            .values({ calibrationId: id, subjectId, reviewerId, answers, at: now });
        }),
      ]),
    ]);
  const read = () => readReviewers({ db, control: databases.control, now });
  return { add, read };
}

test('calibrations that are over tell who is strict, without what a critical error does', async () => {
  const { add, read } = await openScored();
  await add('over', now, ['one', 'two']);
  const { reviewers, cards } = await read();
  const differences = reviewers.map(({ id, severity }) => [id, severity?.difference.toFixed(2), severity?.n]);
  // A smile of 6 and a right answer of 12 out of 44 are lost; the error alone would have made it 0.
  expect(differences).toContainEqual(['strict', ((-100 * 18) / 44).toFixed(2), 2]);
  expect(cards).toHaveLength(1);
  const smile = cards[0]?.agreement.find(({ itemId }) => itemId === 'smile');
  expect(smile).toMatchObject({ percent: 0, n: 2 });
  expect(cards[0]?.agreement).toHaveLength(defaultCard.sections.flatMap(({ items }) => items).length);
});

test('one that runs, and one of long ago, tell nothing', async () => {
  const { add, read } = await openScored();
  await add('running', null, ['one', 'two']);
  await add('old', new Date('2026-01-01T00:00:00Z'), ['one', 'two']);
  expect(await read()).toMatchObject({ reviewers: [], cards: [] });
});
