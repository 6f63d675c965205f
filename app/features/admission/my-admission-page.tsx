import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './admission.module.css';
import { AdmissionAreas } from './admission-areas.tsx';
import { PassState } from './pass-state.tsx';
import type { MyAdmission, MyTest } from './read-my-admission.ts';

/** What one has to pass here, where he stands, and his attempts so far. */
export function MyAdmissionPage({ tests, attempts, news }: MyAdmission) {
  const { t } = useTranslation('admission');
  return (
    <Page
      title={t('title')}
      note={
        <>
          <AdmissionAreas />
          {t('note')}
        </>
      }
    >
      <News news={news} />
      {tests.length === 0 ? (
        <NothingHere text={t('none')} hint={t('noneHint')} />
      ) : (
        <ul className={styles.rows}>
          {tests.map((test) => (
            <TestRow key={test.carrier} test={test} />
          ))}
        </ul>
      )}
      {tests.length > 0 || attempts.length > 0 ? (
        <Section title={t('attempts.title')}>
          <Attempts attempts={attempts} />
        </Section>
      ) : null}
    </Page>
  );
}

function News({ news }: Pick<MyAdmission, 'news'>) {
  const { t } = useTranslation('admission');
  const { home, carrierTitle } = useDesk();
  if (news.length === 0) return null;
  return (
    <Alert color="green" role="status">
      <Group gap="sm">
        <Text>{t('news', { carriers: news.map(({ carrier }) => carrierTitle(carrier)).join(', ') })}</Text>
        <ActionButton action={`${home}/admission/news`} label={t('seen')} />
      </Group>
    </Alert>
  );
}

function TestRow({ test }: { test: MyTest }) {
  const { t } = useTranslation('admission');
  const { home, carrierTitle } = useDesk();
  const { carrier, questions, minutes, passPercent: percent, standing } = test;
  const change = standing.pass.state === 'none' ? null : standing.pass.end.change;
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <Group gap="xs">
          <Text fw={600}>{carrierTitle(carrier)}</Text>
          <PassState pass={standing.pass} />
        </Group>
        <Text size="xs" c="dimmed">
          {t('test.terms', { count: questions, minutes, percent })}
        </Text>
        {change ? (
          <Anchor component={Link} to={`${home}/knowledge/${change.articleId}`} size="xs">
            {t('article', { title: change.title })}
          </Anchor>
        ) : null}
      </div>
      <NextStep carrier={carrier} next={standing.next} />
    </li>
  );
}

function NextStep({ carrier, next }: { carrier: string; next: MyTest['standing']['next'] }) {
  const { t } = useTranslation('admission');
  const { home, format } = useDesk();
  if (next.can === 'continue') {
    return (
      <Button component={Link} to={`${home}/admission/attempts/${next.attemptId}`}>
        {t('test.continue')}
      </Button>
    );
  }
  if (next.can === 'start') {
    return (
      <ActionButton
        action={`${home}/admission/tests/${carrier}/attempts`}
        label={t('test.start')}
        confirm={t('test.startSure')}
      />
    );
  }
  if (next.can === 'wait')
    return <Text c="dimmed">{t('test.wait', { moment: format.moment(next.until) })}</Text>;
  return next.from ? <Text c="dimmed">{t('test.rest', { day: format.fullDay(next.from) })}</Text> : null;
}

function Attempts({ attempts }: Pick<MyAdmission, 'attempts'>) {
  const { t } = useTranslation('admission');
  const { home, format, carrierTitle } = useDesk();
  if (attempts.length === 0) return <Text c="dimmed">{t('attempts.none')}</Text>;
  return (
    <ul className={styles.rows}>
      {attempts.map(({ id, carrier, startedAt, closedAt, isPassed, score }) => (
        <li key={id} className={styles.row}>
          <Text className={styles.rowText ?? ''}>
            {carrierTitle(carrier)}, {format.moment(startedAt)}
          </Text>
          <Text c="dimmed">
            {t(closedAt ? (isPassed ? 'attempts.passed' : 'attempts.failed') : 'attempts.open')}
            {closedAt && score ? `, ${t('attempts.score', score)}` : null}
          </Text>
          <Anchor component={Link} to={`${home}/admission/attempts/${id}`} size="sm">
            {t(closedAt ? 'attempts.look' : 'test.continue')}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
