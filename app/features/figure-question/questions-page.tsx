import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { isMetric } from '#app/features/metric/metric.ts';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import type { QuestionsView } from './read-questions.ts';

type Question = QuestionsView['questions'][number];

/** What the client company asked about its numbers, and the answers. */
export function QuestionsPage({ view: { questions, mayAnswer } }: { view: QuestionsView }) {
  const { t } = useTranslation('report');
  return (
    <Page title={t('questions.title')} note={t('questions.note')}>
      {questions.length === 0 ? (
        <NothingHere text={t('questions.none')} hint={t('questions.noneHint')} />
      ) : (
        questions.map((question) => (
          <QuestionItem key={question.id} question={question} mayAnswer={mayAnswer} />
        ))
      )}
    </Page>
  );
}

function QuestionItem({ question, mayAnswer }: { question: Question; mayAnswer: boolean }) {
  const { t } = useTranslation('report');
  const { workplace, format, home } = useDesk();
  const { titleOf } = useTermWords();
  const { id, metric, from, to, page, author, askedAt, answer, answerer, answeredAt } = question;
  const title = isMetric(metric) ? titleOf(metric) : metric;
  return (
    <Stack gap={4} component="article">
      <Text fw={600}>{t('questions.about', { metric: title, period: format.period(from, to) })}</Text>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{question.question}</Text>
      <Group gap="sm">
        <Text c="dimmed" size="sm">
          {author}, {format.moment(askedAt)}
        </Text>
        <Anchor component={Link} size="sm" to={`/t/${workplace.slug}/${page}`}>
          {t('questions.open')}
        </Anchor>
        {question.case ? (
          <Anchor component={Link} size="sm" to={`${home}/cases/${question.case.id}`}>
            {t('questions.case', { number: question.case.number })}
          </Anchor>
        ) : null}
      </Group>
      {answer && answeredAt ? (
        <>
          <Text size="sm" fw={600}>
            {t('questions.answer')}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{answer}</Text>
          <Text c="dimmed" size="sm">
            {answerer}, {format.moment(answeredAt)}
          </Text>
        </>
      ) : mayAnswer ? (
        <AnswerForm id={id} />
      ) : (
        <Text c="dimmed">{t('questions.waiting')}</Text>
      )}
    </Stack>
  );
}

function AnswerForm({ id }: { id: string }) {
  const { t } = useTranslation('report');
  const { workplace } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [answer, setAnswer] = useState('');
  const action = `/t/${workplace.slug}/report/questions/${id}/answer`;
  return (
    <Group align="end">
      <Textarea
        label={t('questions.answerLabel')}
        miw={320}
        autosize
        minRows={2}
        value={answer}
        error={fault('answer') ?? fault('form')}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Button
        loading={fetcher.state !== 'idle'}
        onClick={() =>
          void fetcher.submit({ answer }, { method: 'post', encType: 'application/json', action })
        }
      >
        {t('questions.answerSend')}
      </Button>
    </Group>
  );
}
