import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { CardForm } from '#app/features/review/card-form.tsx';
import { useReviewKeys } from '#app/features/review/use-review-keys.ts';
import { type Answers, type CardContent, itemsOf } from '#app/features/scorecard/scorecard.ts';

/** One's own marks of one piece of work, given once. */
export function MarkForm({ card, action }: { card: CardContent; action: string }) {
  const { t } = useTranslation('calibration');
  const { submit, data, state } = useFetcher();
  const fault = useFaults(data);
  const [answers, setAnswers] = useState<Answers>({});
  const items = itemsOf(card);
  const mark = (itemId: string, value: number | null) =>
    setAnswers((before) => ({ ...before, [itemId]: value }));
  const send = () => submit({ answers }, { method: 'post', action, encType: 'application/json' });
  const nothing = () => {};
  const unheard = { play: nothing, skip: nothing, quicken: nothing, note: nothing };
  const onKeyDown = useReviewKeys(items, { ...unheard, mark, submit: send });
  return (
    <article onKeyDown={onKeyDown} style={{ maxWidth: 640, display: 'grid', gap: 10 }}>
      <CardForm card={card} form={{ answers, mark }} />
      <FormAlert text={fault('form')} />
      <Button
        style={{ justifySelf: 'start' }}
        loading={state !== 'idle'}
        disabled={items.some(({ id }) => answers[id] === undefined)}
        onClick={send}
      >
        {t('submit')}
      </Button>
    </article>
  );
}
