import { Anchor, Button, Group, NativeSelect, Table, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './admission.module.css';
import { AdmissionAreas } from './admission-areas.tsx';
import type { ItemStatistics } from './item-statistics.ts';
import type { ListedQuestion, readBank } from './read-bank.ts';

/** The bank: what is asked of which topic and carrier, and how each question serves. */
export function QuestionListPage({ questions, topics }: Awaited<ReturnType<typeof readBank>>) {
  const { t } = useTranslation('admission');
  const { home } = useDesk();
  const [params] = useSearchParams();
  const [topic, carrier] = [params.get('topic'), params.get('carrier')];
  const shown = questions.filter(
    (one) => (!topic || one.topic === topic) && (!carrier || (one.carrier ?? carrier) === carrier),
  );
  return (
    <Page
      title={t('questions.title')}
      note={
        <>
          <AdmissionAreas />
          {t('questions.note')}
        </>
      }
      actions={
        <Group gap="xs">
          <Button component={Link} to={`${home}/admission/questions/import`} variant="default">
            {t('import.title')}
          </Button>
          <Button component={Link} to={`${home}/admission/questions/new`}>
            {t('questions.new')}
          </Button>
        </Group>
      }
    >
      {questions.length === 0 ? (
        <NothingHere text={t('questions.none')} hint={t('questions.noneHint')} />
      ) : (
        <>
          <Filters topics={topics} />
          <QuestionTable questions={shown} />
        </>
      )}
    </Page>
  );
}

function Filters({ topics }: { topics: string[] }) {
  const { t } = useTranslation('admission');
  const { carriers } = useDesk();
  const [params, setParams] = useSearchParams();
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return (
    <Group gap="xs">
      <NativeSelect
        aria-label={t('questions.topic')}
        value={params.get('topic') ?? ''}
        onChange={(event) => choose('topic', event.currentTarget.value)}
        data={[
          { value: '', label: t('questions.anyTopic') },
          ...topics.map((value) => ({ value, label: value })),
        ]}
      />
      <NativeSelect
        aria-label={t('questions.carrier')}
        value={params.get('carrier') ?? ''}
        onChange={(event) => choose('carrier', event.currentTarget.value)}
        data={[
          { value: '', label: t('questions.anyCarrier') },
          ...Object.entries(carriers).map(([value, label]) => ({ value, label })),
        ]}
      />
    </Group>
  );
}

function QuestionTable({ questions }: { questions: ListedQuestion[] }) {
  const { t } = useTranslation('admission');
  return (
    <Wide label={t('questions.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('questions.question')}</Table.Th>
            <Table.Th>{t('questions.topic')}</Table.Th>
            <Table.Th>{t('questions.carrier')}</Table.Th>
            <Table.Th className={styles.number}>{t('questions.n')}</Table.Th>
            <Table.Th className={styles.number}>{t('questions.facility')}</Table.Th>
            <Table.Th className={styles.number}>
              <Tooltip label={t('questions.discriminationHint')} multiline w={300}>
                <span>{t('questions.discrimination')}</span>
              </Tooltip>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {questions.map((question) => (
            <QuestionRow key={question.id} question={question} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function QuestionRow({ question }: { question: ListedQuestion }) {
  const { t } = useTranslation('admission');
  const { home, carrierTitle } = useDesk();
  const { id, body, topic, carrier, isWithdrawn, statistics } = question;
  return (
    <Table.Tr>
      <Table.Td className={styles.asked}>
        <Anchor component={Link} to={`${home}/admission/questions/${id}`}>
          {body}
        </Anchor>
        {isWithdrawn ? (
          <Text span size="xs" c="dimmed">
            {' '}
            {t('questions.withdrawn')}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>{topic}</Table.Td>
      <Table.Td className={styles.nowrap}>
        {carrier ? carrierTitle(carrier) : t('questions.everyCarrier')}
      </Table.Td>
      <StatisticCells statistics={statistics} />
    </Table.Tr>
  );
}

/** How many answers there are, and what they say when they are enough. */
export function StatisticCells({ statistics: { n, figures } }: { statistics: ItemStatistics }) {
  const { t } = useTranslation('admission');
  const { format } = useDesk();
  const { discrimination = null } = figures ?? {};
  return (
    <>
      <Table.Td className={styles.number}>{format.count(n)}</Table.Td>
      <Table.Td className={styles.number} {...(figures ? {} : { c: 'dimmed' })}>
        {figures ? `${Math.round(100 * figures.facility)} %` : t('questions.tooFew')}
      </Table.Td>
      <Table.Td className={styles.number} {...(figures ? {} : { c: 'dimmed' })}>
        {figures
          ? discrimination === null
            ? t('questions.undefined')
            : format.count(Math.round(discrimination))
          : t('questions.tooFew')}
        {discrimination !== null && discrimination < 0 ? (
          <Text span size="xs" c="red">
            {' '}
            {t('questions.negative')}
          </Text>
        ) : null}
      </Table.Td>
    </>
  );
}
