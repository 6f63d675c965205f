import { Button, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import type { ComplaintStep } from './complaint.ts';
import styles from './complaint-gift.module.css';

type StepProps = {
  caseId: string;
  step: ComplaintStep;
  said: CaseDetail['steps'][number] | null;
  isWriting: boolean;
  onWrite(): void;
  onWritten(): void;
};

/** One step: what was done, or the field to write it with a hint how. */
export function ComplaintStepItem({ caseId, step, said, isWriting, onWrite, onWritten }: StepProps) {
  const { t } = useTranslation('case');
  const { format } = useDesk();
  return (
    <li className={styles.step} data-done={said !== null || undefined}>
      <div>
        <Text fw={600}>{t(`gift.step.${step}`)}</Text>
        {isWriting ? (
          <StepForm caseId={caseId} step={step} text={said?.text ?? ''} onWritten={onWritten} />
        ) : (
          <>
            {said ? <p className={styles.text}>{said.text}</p> : null}
            {said ? (
              <Text c="dimmed" size="xs">
                {t('gift.by', { who: said.who ?? '', time: format.moment(said.at) })}
              </Text>
            ) : null}
            <Button variant="subtle" size="compact-xs" px={0} onClick={onWrite}>
              {said ? t('gift.change') : t('gift.next')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

type FormProps = { caseId: string; step: ComplaintStep; text: string; onWritten(): void };

function StepForm({ caseId, step, text: before, onWritten }: FormProps) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const [text, setText] = useState(before);
  const isDone = fetcher.state === 'idle' && fetcher.data?.done !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (isDone) onWritten();
  }, [isDone]);
  const action = `${home}/cases/${caseId}/steps/${step}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void fetcher.submit({ text }, { method: 'post', action, encType: 'application/json' });
      }}
    >
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        name="text"
        aria-label={t(`gift.step.${step}`)}
        description={t(`gift.hint.${step}`)}
        value={text}
        error={fault('text') ?? fault('form')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button mt={4} type="submit" variant="default" loading={fetcher.state !== 'idle'}>
        {t('gift.next')}
      </Button>
    </form>
  );
}
