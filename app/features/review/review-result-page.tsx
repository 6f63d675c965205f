import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { DisputeForm } from '#app/features/dispute/dispute-form.tsx';
import { DisputeHistory } from '#app/features/dispute/dispute-history.tsx';
import { VerdictForm } from '#app/features/dispute/verdict-form.tsx';
import { itemsOf } from '#app/features/scorecard/scorecard.ts';
import type { ReviewResult } from './read-review.ts';
import { ResultNotes } from './result-notes.tsx';
import styles from './review-page.module.css';
import { useMarkText } from './use-mark-text.ts';

/** Why a review came out as it did, and what may be done about it. */
export function ReviewResultPage({ review }: { review: ReviewResult }) {
  const { t } = useTranslation(['score', 'review']);
  const { home, format, workplace } = useDesk();
  const { agent, reviewer, reviewedAt, cardTitle, cardVersion, selection } = review;
  const back = review.mayCoach
    ? { to: `/t/${workplace.slug}/lead/disputes`, label: t('result.backLead') }
    : { to: `${home}/my-reviews`, label: t('result.back') };
  const how = t(`review:selection.${selection}`);
  return (
    <Page title={t('result.pageTitle')} back={back}>
      <div>
        <Verdict review={review} />
        <Text>{t('result.of', { agent: agent.name, reviewer, at: format.moment(reviewedAt) })}</Text>
        <Text c="dimmed">
          {t('result.card', { title: cardTitle, version: cardVersion })}.{' '}
          {review.isCounted ? t('result.counted') : t('result.notCounted', { how })}
        </Text>
        <WorkLink review={review} />
      </div>
      <Section title={t('result.why')}>
        <Items review={review} />
      </Section>
      <Section title={t('result.notes')}>
        <ResultNotes review={review} />
      </Section>
      <DisputeHistory review={review} />
      {review.judged ? <VerdictForm review={review} judged={review.judged} /> : null}
      {review.mayDispute ? <DisputeForm review={review} /> : null}
      {review.revisions.length > 1 ? <Revisions review={review} /> : null}
    </Page>
  );
}

type Props = { review: ReviewResult };
const percentOf = (percent: number | null) => (percent === null ? '—' : `${Math.round(percent)} %`);

function Verdict({ review: { score } }: Props) {
  const { t } = useTranslation('score');
  const isCut = score.percentBeforeErrors !== score.percent;
  return (
    <>
      <Text fz={24} fw={600} lh={1.3}>
        {t('result.score', { percent: percentOf(score.percent) })}
      </Text>
      {isCut ? (
        <Text c="red">{t('result.before', { percent: percentOf(score.percentBeforeErrors) })}</Text>
      ) : null}
    </>
  );
}

function WorkLink({ review: { subjectType, subjectId } }: Props) {
  const { t } = useTranslation('score');
  const { home } = useDesk();
  if (subjectType === 'contact') return null;
  const to = `${home}/${subjectType === 'case' ? 'cases' : 'requests'}/${subjectId}`;
  return (
    <Anchor component={Link} to={to}>
      {t('result.openWork')}
    </Anchor>
  );
}

function Items({ review: { card, answers, losses, score } }: Props) {
  const { t } = useTranslation('score');
  const markText = useMarkText();
  const { format } = useDesk();
  const tenth = (value: number) => format.count(Math.round(value * 10) / 10);
  return (
    <Wide label={t('result.why')}>
      <Table maw={760} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('result.item')}</Table.Th>
            <Table.Th>{t('result.mark')}</Table.Th>
            <Table.Th ta="right">{t('result.loses')}</Table.Th>
            <Table.Th ta="right">{t('result.weight')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {itemsOf(card).map((item) => {
            const loss = losses.find(({ itemId }) => itemId === item.id);
            return (
              <Table.Tr key={item.id}>
                <Table.Td className={styles.asked}>
                  {item.title}
                  <Text size="xs" c="dimmed">
                    {item.hint}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {markText(item.scale, answers[item.id])}
                  {score.errors.includes(item.id) ? (
                    <Text size="xs" c="red">
                      {t('result.error')}
                    </Text>
                  ) : null}
                </Table.Td>
                <Table.Td ta="right">{loss && loss.lost > 0 ? `−${tenth(loss.lost)}` : '0'}</Table.Td>
                <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {loss ? `${tenth(loss.weight)} %` : '—'}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Revisions({ review: { revisions } }: Props) {
  const { t } = useTranslation('score');
  const { format } = useDesk();
  return (
    <Section title={t('result.revisions')}>
      <ol style={{ margin: 0, paddingLeft: 20 }}>
        {revisions.map(({ revision, cause, at, by, agent, percent }) => (
          <li key={revision}>
            {percentOf(percent)}, {t(`result.cause.${cause}`, { agent: agent ?? '' })}, {by},{' '}
            {format.moment(at)}
          </li>
        ))}
      </ol>
    </Section>
  );
}
