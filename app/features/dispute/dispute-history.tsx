import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { ReviewResult } from '#app/features/review/read-review.ts';
import { useMarkText } from '#app/features/review/use-mark-text.ts';
import { itemsOf } from '#app/features/scorecard/scorecard.ts';

/** What was disputed about a review, and what was decided. */
export function DisputeHistory({ review }: { review: ReviewResult }) {
  const { t } = useTranslation('dispute');
  if (review.disputes.length === 0) return null;
  return (
    <Section title={t('history')}>
      {review.disputes.map((dispute) => (
        <DisputeStory key={dispute.id} dispute={dispute} review={review} />
      ))}
    </Section>
  );
}

function DisputeStory({
  dispute,
  review,
}: {
  dispute: ReviewResult['disputes'][number];
  review: ReviewResult;
}) {
  const { t } = useTranslation('dispute');
  const { format } = useDesk();
  const markText = useMarkText();
  const cardItems = itemsOf(review.card);
  return (
    <div>
      <Text fw={500}>
        {t(`kind.${dispute.kind}`)}, {format.moment(dispute.raisedAt)}: {t(`state.${dispute.state}`)}
      </Text>
      <Text>{dispute.comment}</Text>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {dispute.items.map(({ itemId, proposed, comment, isAccepted }) => {
          const item = cardItems.find(({ id }) => id === itemId);
          if (!item) return null;
          const said = [
            t('proposed', { title: item.title, mark: markText(item.scale, proposed) }),
            comment,
            isAccepted === null ? null : t(isAccepted ? 'acceptedItem' : 'rejectedItem'),
          ];
          return <li key={itemId}>{said.filter(Boolean).join(' · ')}</li>;
        })}
      </ul>
      {dispute.judge && dispute.verdict ? (
        <Text>{t('verdict', { judge: dispute.judge, verdict: dispute.verdict })}</Text>
      ) : null}
      {dispute.movedToName ? <Text>{t('movedTo', { name: dispute.movedToName })}</Text> : null}
    </div>
  );
}
