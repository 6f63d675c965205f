import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { OwnReviews } from './read-own-reviews.ts';
import styles from './review-page.module.css';

type Props = { own: Pick<OwnReviews, 'ratings' | 'ratedCount' | 'stars' | 'promoters'> };

/** What subscribers said, apart from the reviews: the two are never mixed into one mean. */
export function RatingList({ own: { ratings, ratedCount, stars, promoters } }: Props) {
  const { t } = useTranslation('score');
  const { home, format, now } = useDesk();
  if (stars === null) return <Text c="dimmed">{t('noRatings')}</Text>;
  return (
    <>
      <Text>
        {t('ratingsSum', { stars: format.count(Math.round(stars * 10) / 10), n: ratedCount })}
        {promoters === null ? null : ` · ${t('promoters', { value: Math.round(promoters) })}`}
      </Text>
      <ul className={styles.notes}>
        {ratings.map((rating) => (
          <li key={rating.caseId}>
            <span role="img" aria-label={`${rating.stars} / 5`}>
              {'★'.repeat(rating.stars)}
              {'☆'.repeat(5 - rating.stars)}
            </span>{' '}
            <Anchor component={Link} to={`${home}/cases/${rating.caseId}`}>
              № {rating.number}
            </Anchor>{' '}
            <Text span c="dimmed">
              {format.stamp(rating.at, now)}
            </Text>
            {rating.word ? <Text size="sm">{rating.word}</Text> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
