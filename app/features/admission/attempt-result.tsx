import { Alert, Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './admission.module.css';
import type { ClosedAttempt } from './read-attempt.ts';

/** How an attempt went: passed or not, and what was wrong with its explanation and where to read about it. */
export function AttemptResult({ attempt }: { attempt: ClosedAttempt }) {
  const { t } = useTranslation('admission');
  const { home, carrierTitle } = useDesk();
  const back = attempt.isOwn
    ? { to: `${home}/admission`, label: t('result.back') }
    : { to: `${home}/admission/team`, label: t('team.title') };
  return (
    <Page title={t('result.title', { carrier: carrierTitle(attempt.carrier) })} back={back}>
      {attempt.isMarked ? <Verdict attempt={attempt} /> : <Text role="status">{t('result.marking')}</Text>}
      {attempt.isMarked ? (
        <Section title={t('result.wrong')}>
          {attempt.wrong.length === 0 ? <Text>{t('result.allRight')}</Text> : <Wrong wrong={attempt.wrong} />}
        </Section>
      ) : null}
    </Page>
  );
}

function Verdict({ attempt }: { attempt: ClosedAttempt }) {
  const { t } = useTranslation('admission');
  const { format } = useDesk();
  const { earned, of, passPercent: percent, validUntil, retryAt } = attempt;
  return (
    <Alert
      color={validUntil ? 'green' : 'red'}
      title={t(validUntil ? 'result.passed' : 'result.failed')}
      role="status"
      maw={720}
    >
      <Text>{t('result.score', { earned, of, percent })}</Text>
      {attempt.isOutOfTime ? <Text>{t('result.outOfTime')}</Text> : null}
      <Text>
        {validUntil
          ? t('result.validUntil', { day: format.fullDay(validUntil) })
          : t('result.retry', { moment: format.moment(retryAt) })}
      </Text>
    </Alert>
  );
}

function Wrong({ wrong }: Pick<ClosedAttempt, 'wrong'>) {
  const { t } = useTranslation('admission');
  const { home } = useDesk();
  return (
    <ol className={styles.wrong}>
      {wrong.map(({ position, body, said, explanation, article }) => (
        <li key={position}>
          <Text fw={600}>{body}</Text>
          <Text c="dimmed">
            {t('result.said')}: {said.length > 0 ? said.join('; ') : t('result.unanswered')}
          </Text>
          <Text>{explanation}</Text>
          {article ? (
            <Anchor component={Link} to={`${home}/knowledge/${article.id}`}>
              {t('article', { title: article.title })}
            </Anchor>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
