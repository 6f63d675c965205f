import { Alert, Button, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { PageTitle } from '#app/components/page-title.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { itemsOf } from '#app/features/scorecard/scorecard.ts';
import { CardForm, itemAttribute } from './card-form.tsx';
import { type NoteHandle, NoteList } from './note-list.tsx';
import type { ReviewTaskView } from './read-review-task.ts';
import { type PlayerHandle, RecordingPlayer } from './recording-player.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import styles from './review-page.module.css';
import { ReviewStory } from './review-story.tsx';
import { type ReviewForm, useReviewForm } from './use-review-form.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** A piece of work on the left, the card on the right. */
export function ReviewPage({ task }: { task: ReviewTaskView }) {
  const { workplace } = useDesk();
  const address = `/t/${workplace.slug}/lead/reviews/${task.id}`;
  const form = useReviewForm(`${address}/draft`, task.draft);
  const { submit, data, state } = useFetcher();
  const fault = useFaults(data);
  const page = useRef<HTMLElement>(null);
  const player = useRef<PlayerHandle>(null);
  const note = useRef<NoteHandle>(null);
  const items = itemsOf(task.card.content);
  const left = items.filter(({ id }) => form.answers[id] === undefined).length;
  const send = () => {
    if (left > 0) return;
    form.stop();
    const { answers, notes } = form;
    submit({ answers, notes }, { method: 'post', action: address, encType: 'application/json' });
  };
  const onKeyDown = useReviewKeys(items, {
    mark: form.mark,
    play: () => player.current?.toggle(),
    skip: (seconds) => player.current?.skip(seconds),
    quicken: (steps) => player.current?.quicken(steps),
    note: (itemId) => note.current?.begin(itemId),
    submit: send,
  });
  useEffect(() => {
    page.current?.querySelector<HTMLElement>(`[${itemAttribute}]`)?.focus();
  }, []);
  const [recording] = task.recordings;
  return (
    <article className={styles.page} ref={page} onKeyDown={onKeyDown}>
      <ReviewHead task={task} />
      <div className={styles.panes}>
        <div className={styles.story}>
          {recording ? (
            <RecordingPlayer ref={player} address={`${address}/recordings/${recording.contactId}`} />
          ) : null}
          <ReviewStory story={task.story} />
        </div>
        <div className={styles.card}>
          <Text size="xs" c="dimmed">
            <Keys />
          </Text>
          <CardForm card={task.card.content} form={form} />
          <NoteList
            items={items}
            form={form}
            ref={note}
            second={() => player.current?.second() ?? null}
            onJump={(second) => player.current?.jump(second)}
          />
          <Foot task={task} form={form} left={left} isBusy={state !== 'idle'} onSubmit={send}>
            <FormAlert text={fault('form')} />
          </Foot>
        </div>
      </div>
    </article>
  );
}

function Keys() {
  const { t } = useTranslation('review');
  return t('page.keys');
}

function ReviewHead({ task }: { task: ReviewTaskView }) {
  const { t } = useTranslation('review');
  const { workplace, format } = useDesk();
  const title = task.story ? `№ ${task.story.number}` : t('page.title');
  return (
    <header className={styles.head}>
      <PageTitle name={title} />
      <Link to={`/t/${workplace.slug}/lead/reviews`} className={styles.back}>
        ← {t('page.back')}
      </Link>
      <h1 style={{ margin: 0, fontSize: '1rem' }}>{title}</h1>
      <span>{task.agentName ?? t('page.hidden')}</span>
      <Text c="dimmed">
        {t(`queue.${task.queue}` as 'queue.call')}, {format.moment(task.occurredAt)},{' '}
        {t(`selection.${task.selection}`)}
      </Text>
      <Text c="dimmed">{t('page.card', task.card)}</Text>
      {task.reason && task.askedBy ? (
        <Text>{t('page.asked', { name: task.askedBy, reason: task.reason })}</Text>
      ) : null}
      {task.begunBy ? (
        <Alert p="xs" w="100%" color="yellow">
          {t('page.begun', { name: task.begunBy })}
        </Alert>
      ) : null}
    </header>
  );
}

type FootProps = {
  task: ReviewTaskView;
  form: ReviewForm;
  /** How many items have no mark yet. */
  left: number;
  isBusy: boolean;
  onSubmit(): void;
  children: ReactNode;
};

function Foot({ task, form, left, isBusy, onSubmit, children }: FootProps) {
  const { t } = useTranslation('review');
  const [isReplacing, setReplacing] = useState(false);
  const { percent, errors } = scoreAnswers(task.card.content, form.answers);
  const shown = percent === null ? t('page.noScore') : `${Math.round(percent)} %`;
  return (
    <footer className={styles.foot}>
      {children}
      <Button onClick={onSubmit} loading={isBusy} disabled={left > 0} aria-keyshortcuts="Control+Enter">
        {t('page.submit')}
      </Button>
      <Text fw={600}>{t('page.score', { percent: shown })}</Text>
      {errors.length > 0 ? <Text c="red">{t('page.errors')}</Text> : null}
      {left > 0 ? <Text c="dimmed">{t('page.left', { count: left })}</Text> : null}
      <Text c="dimmed" size="xs" role="status">
        {form.state === 'none' ? null : t(`page.${form.state}`)}
      </Text>
      {task.isDrawn ? (
        <Button variant="subtle" color="gray" ml="auto" onClick={() => setReplacing(true)}>
          {t('page.replace')}
        </Button>
      ) : null}
      {isReplacing ? <ReplaceDialog taskId={task.id} onClose={() => setReplacing(false)} /> : null}
    </footer>
  );
}
