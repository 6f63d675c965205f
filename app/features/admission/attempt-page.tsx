import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './admission.module.css';
import { AskedQuestionView, chosenAfter } from './asked-question.tsx';
import type { OpenAttempt } from './read-attempt.ts';
import { useAnswers } from './use-answers.ts';
import { useAttemptKeys } from './use-attempt-keys.ts';
import { clockText, useTimeLeft } from './use-time-left.ts';

/** A test under way: one question at a time, with the keyboard alone, and the time that the server counts. */
export function AttemptPage({ attempt }: { attempt: OpenAttempt }) {
  const { t } = useTranslation('admission');
  const { home, carrierTitle } = useDesk();
  const { items } = attempt;
  const answers = useAnswers(attempt);
  const [at, setAt] = useState(() => firstUnanswered(items));
  const handingIn = useFetcher();
  const left = useTimeLeft(attempt.remainingMs);
  const submit = () =>
    handingIn.submit(null, { method: 'post', action: `${home}/admission/attempts/${attempt.id}/submission` });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the time is over
  useEffect(() => {
    if (left === 0) void submit();
  }, [left === 0]);
  const question = items[at];
  const given = answers.given.get(at) ?? [];
  const isLast = at === items.length - 1;
  const next = () => setAt(Math.min(items.length - 1, at + 1));
  useAttemptKeys({
    choose: (index) => {
      const choice = question?.choices[index];
      if (question && choice) answers.answer(at, chosenAfter(question.kind, given, choice.place));
    },
    next,
  });
  if (!question) return null;
  const missing = items.filter(({ position }) => (answers.given.get(position) ?? []).length === 0).length;
  return (
    <Page
      title={t('attempt.title', { carrier: carrierTitle(attempt.carrier) })}
      actions={<TimeLeft left={left} />}
    >
      <Strip count={items.length} at={at} given={answers.given} onGo={setAt} />
      <div className={styles.sheet}>
        <Text c="dimmed">{t('attempt.question', { number: at + 1, of: items.length })}</Text>
        <AskedQuestionView
          key={question.position}
          question={question}
          given={given}
          onAnswer={(value) => answers.answer(at, value)}
        />
        <SavedLine {...answers.unsaved} isAnswered={given.length > 0} />
        <Group gap="sm">
          <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t('attempt.previous')}
          </Button>
          {isLast ? null : <Button onClick={next}>{t('attempt.next')}</Button>}
          <HandIn missing={missing} isLast={isLast} isBusy={handingIn.state !== 'idle'} onHandIn={submit} />
        </Group>
        <Text size="xs" c="dimmed">
          {t('attempt.keys')}
        </Text>
      </div>
    </Page>
  );
}

function firstUnanswered(items: OpenAttempt['items']): number {
  const index = items.findIndex(({ given }) => (given ?? []).length === 0);
  return index < 0 ? items.length - 1 : index;
}

function TimeLeft({ left }: { left: number }) {
  const { t } = useTranslation('admission');
  const isShort = left < 60_000;
  return (
    <Text fw={600} {...(isShort ? { c: 'red' } : {})} className={styles.time} role="timer">
      {left === 0 ? t('attempt.over') : t('attempt.left', { time: clockText(left) })}
    </Text>
  );
}

type StripProps = {
  count: number;
  at: number;
  given: ReadonlyMap<number, readonly number[]>;
  onGo(position: number): void;
};

function Strip({ count, at, given, onGo }: StripProps) {
  const { t } = useTranslation('admission');
  return (
    <nav className={styles.strip} aria-label={t('attempt.questions')}>
      {Array.from({ length: count }, (_, position) => {
        const isAnswered = (given.get(position) ?? []).length > 0;
        return (
          <button
            type="button"
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is its position
            key={position}
            className={styles.place}
            data-answered={isAnswered || undefined}
            aria-current={position === at ? 'step' : undefined}
            aria-label={`${t('attempt.question', { number: position + 1, of: count })}: ${t(isAnswered ? 'attempt.answered' : 'attempt.unanswered')}`}
            onClick={() => onGo(position)}
          >
            {position + 1}
          </button>
        );
      })}
    </nav>
  );
}

type SavedProps = { count: number; hasFailed: boolean; isAnswered: boolean };

function SavedLine({ count, hasFailed, isAnswered }: SavedProps) {
  const { t } = useTranslation('admission');
  if (count > 0 && hasFailed) return <FormAlert text={t('attempt.unsaved')} />;
  return (
    <Text size="xs" c="dimmed" role="status">
      {count > 0 ? t('attempt.saving') : isAnswered ? t('attempt.saved') : null}
    </Text>
  );
}

type HandInProps = { missing: number; isLast: boolean; isBusy: boolean; onHandIn(): void };

/** Asks once more, and says what has no answer yet. */
function HandIn({ missing, isLast, isBusy, onHandIn }: HandInProps) {
  const { t } = useTranslation('admission');
  const [isArmed, setArmed] = useState(false);
  const sure = missing > 0 ? t('attempt.handInSure', { count: missing }) : t('attempt.handInAll');
  return (
    <Button
      variant={isLast || isArmed ? 'filled' : 'subtle'}
      loading={isBusy}
      onClick={() => (isArmed ? onHandIn() : setArmed(true))}
      onBlur={() => setArmed(false)}
    >
      {isArmed ? sure : t('attempt.handIn')}
    </Button>
  );
}
