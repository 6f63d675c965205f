import { Anchor, Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher, useLocation } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { Figure } from '#app/features/metric/metric.ts';

type Props = { figure: Pick<Figure, 'metric' | 'period' | 'step'> };

/** Under what explains a number: a question about it, to the project manager. */
export function AskForm({ figure: { metric, period, step } }: Props) {
  const { t } = useTranslation('report');
  const { workplace, may } = useDesk();
  const { pathname, search } = useLocation();
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const [isOpen, setOpen] = useState(false);
  const [question, setQuestion] = useState('');
  const place = `/t/${workplace.slug}/`;
  const [first = '', last = first] = step?.split('/') ?? [];
  const span = first.length === 10 ? { from: first, to: last } : period;
  const page = `${pathname.slice(place.length)}${search}`;
  const send = () =>
    void fetcher.submit(
      { metric, ...span, page, question },
      { method: 'post', encType: 'application/json', action: `${place}report/questions` },
    );
  if (!may.askOfFigures || !page.startsWith('report')) return null;
  if (fetcher.state === 'idle' && fetcher.data && 'done' in fetcher.data)
    return (
      <Text size="sm" role="status">
        {t('questions.sent')}
      </Text>
    );
  if (!isOpen)
    return (
      <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)}>
        {t('questions.ask')}
      </Anchor>
    );
  return (
    <>
      <Textarea
        label={t('questions.question')}
        autosize
        minRows={2}
        value={question}
        error={fault('question') ?? fault('page') ?? fault('form')}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Button size="xs" mt={6} onClick={send} loading={fetcher.state !== 'idle'}>
        {t('questions.send')}
      </Button>
    </>
  );
}
