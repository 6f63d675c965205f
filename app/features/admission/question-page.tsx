import { Alert, Button, Table, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import styles from './admission.module.css';
import { QuestionEditor } from './question-editor.tsx';
import { StatisticCells } from './question-list-page.tsx';
import type { QuestionDetail } from './read-bank.ts';
import { editedOf } from './use-question-form.ts';

type Choices = { topics: string[]; articles: { id: string; title: string }[] };
type Props = Choices & { detail: QuestionDetail | null };

/** A question to be written, or one with its versions, to be revised or withdrawn. */
export function QuestionPage({ detail, topics, articles }: Props) {
  const { t } = useTranslation('admission');
  const { home } = useDesk();
  const back = { to: `${home}/admission/questions`, label: t('form.back') };
  if (!detail) {
    return (
      <Page title={t('form.newTitle')} back={back}>
        <QuestionEditor known={null} topics={topics} articles={articles} />
      </Page>
    );
  }
  const { question } = detail;
  const { version, carrier, topic, kind, body, options, key, explanation, articleId } = question;
  const edited = editedOf({ carrier, topic, kind, body, options, key, explanation, articleId });
  return (
    <Page title={t('form.editTitle')} back={back}>
      {question.withdrawnAt ? (
        <Alert color="gray" maw={720}>
          {t('form.isWithdrawn', { reason: question.withdrawnReason ?? '' })}
          <p>{question.body}</p>
        </Alert>
      ) : (
        <QuestionEditor
          key={version}
          known={{ question: edited, version }}
          topics={topics}
          articles={articles}
        />
      )}
      <Versions versions={detail.versions} />
      {question.withdrawnAt ? null : <Withdrawal questionId={question.questionId} />}
    </Page>
  );
}

function Versions({ versions }: Pick<QuestionDetail, 'versions'>) {
  const { t } = useTranslation('admission');
  const { format } = useDesk();
  return (
    <Section title={t('form.versions')}>
      <Wide label={t('form.versions')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('form.versions')}</Table.Th>
              <Table.Th className={styles.number}>{t('questions.n')}</Table.Th>
              <Table.Th className={styles.number}>{t('questions.facility')}</Table.Th>
              <Table.Th className={styles.number}>{t('questions.discrimination')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {versions.map(({ version, body, at, by, statistics }) => (
              <Table.Tr key={version}>
                <Table.Td className={styles.asked}>
                  {body}
                  <div className={styles.quiet}>
                    {t('form.version', { version })}, {format.fullDay(at)}
                    {by ? `, ${by}` : null}
                  </div>
                </Table.Td>
                <StatisticCells statistics={statistics} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Withdrawal({ questionId }: { questionId: string }) {
  const { t } = useTranslation('admission');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [reason, setReason] = useState('');
  return (
    <Section title={t('form.withdraw')} note={t('form.withdrawNote')}>
      <fetcher.Form
        method="post"
        action={`${home}/admission/questions/${questionId}/withdrawal`}
        className={styles.fields}
      >
        <Textarea
          name="reason"
          label={t('form.withdrawReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fault('reason') ?? fault('form')}
          rows={2}
          maxLength={300}
          required
        />
        <div>
          <Button type="submit" color="red" variant="default" loading={fetcher.state !== 'idle'}>
            {t('form.withdrawSure')}
          </Button>
        </div>
      </fetcher.Form>
    </Section>
  );
}
