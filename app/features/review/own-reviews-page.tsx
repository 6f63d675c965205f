import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { OwnCoaching } from '#app/features/coaching/own-coaching.tsx';
import type { readOwnCoaching } from '#app/features/coaching/read-coaching.ts';
import { AccuracyList, MeanLine } from './figures.tsx';
import { minuteText } from './minute-text.ts';
import { RatingList } from './rating-list.tsx';
import type { OwnReviews } from './read-own-reviews.ts';
import { RequestPanel } from './request-panel.tsx';

type Tasks = Awaited<ReturnType<typeof readOwnCoaching>>;

/** My score and why, and what would raise it. */
export function OwnReviewsPage({ own, tasks }: { own: OwnReviews; tasks: Tasks }) {
  const { t } = useTranslation('score');
  return (
    <Page title={t('title')} note={t('note')}>
      <Split panel={<RequestPanel />}>
        <Section title={t('mean')}>
          <MeanLine mean={own.mean} />
        </Section>
        <Section title={t('accuracy')}>
          <AccuracyList accuracy={own.accuracy} />
        </Section>
        <Section title={t('improve')} note={t('improveNote')}>
          <Moments moments={own.moments} />
        </Section>
        <OwnCoaching tasks={tasks} />
        <Section title={t('reviews')}>
          <Reviews reviews={own.reviews} />
        </Section>
        <Section title={t('ratings')}>
          <RatingList own={own} />
        </Section>
      </Split>
    </Page>
  );
}

function Moments({ moments }: Pick<OwnReviews, 'moments'>) {
  const { t } = useTranslation('score');
  const { home } = useDesk();
  if (moments.length === 0) return <Text c="dimmed">{t('noMoments')}</Text>;
  return (
    <ol style={{ margin: 0, paddingLeft: 20 }}>
      {moments.map(({ reviewId, itemId, title, lost, note }) => (
        <li key={itemId}>
          <strong>{title}</strong>, {t('lost', { lost: Math.round(lost) })}{' '}
          <Anchor component={Link} to={`${home}/reviews/${reviewId}`}>
            {t('open')}
          </Anchor>
          {note ? (
            <Text c="dimmed" size="sm">
              {note.atSecond === null ? '' : `${minuteText(note.atSecond)} · `}
              {note.text}
            </Text>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Reviews({ reviews }: Pick<OwnReviews, 'reviews'>) {
  const { t } = useTranslation(['score', 'review']);
  const { home, format, now } = useDesk();
  if (reviews.length === 0) {
    return <NothingHere text={t('none')} hint={t('noneHint')} />;
  }
  return (
    <Wide label={t('reviews')}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['when', 'score', 'work', 'how', 'by'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reviews.map((review) => (
            <Table.Tr key={review.id}>
              <Table.Td>
                <Anchor component={Link} to={`${home}/reviews/${review.id}`}>
                  {format.stamp(review.occurredAt, now)}
                </Anchor>
              </Table.Td>
              <Table.Td>
                {review.percent === null ? t('notScored') : `${Math.round(review.percent)} %`}
                {review.errors > 0 ? (
                  <Text size="xs" c="red">
                    {t('errors', { count: review.errors })}
                  </Text>
                ) : null}
                {review.revision > 1 ? (
                  <Text size="xs" c="dimmed">
                    {t('revised')}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>{t(`review:queue.${review.queue}` as 'review:queue.call')}</Table.Td>
              <Table.Td>{t(`review:selection.${review.selection}`)}</Table.Td>
              <Table.Td>{review.reviewer}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
