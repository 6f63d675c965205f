import { Group, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { itemsOf } from '#app/features/scorecard/scorecard.ts';
import { minuteText } from './minute-text.ts';
import { Jump } from './note-list.tsx';
import type { ReviewResult } from './read-review.ts';
import { type PlayerHandle, RecordingPlayer } from './recording-player.tsx';
import styles from './review-page.module.css';

/** What the reviewer said, and the call it is about, for those who may hear it. */
export function ResultNotes({ review: { notes, card, recordings } }: { review: ReviewResult }) {
  const { t } = useTranslation('score');
  const { home } = useDesk();
  const player = useRef<PlayerHandle>(null);
  const [recording] = recordings;
  const titleOf = (id: string | null) => itemsOf(card).find((item) => item.id === id)?.title;
  return (
    <>
      {notes.length === 0 ? <Text c="dimmed">{t('result.noNotes')}</Text> : null}
      <ul className={styles.notes}>
        {notes.map(({ place, text, itemId, atSecond }) => (
          <li key={place}>
            <Group gap={6} wrap="nowrap" align="start">
              {atSecond === null ? null : recording ? (
                <Jump at={atSecond} onJump={(second) => player.current?.jump(second)} />
              ) : (
                <Text c="dimmed">{minuteText(atSecond)}</Text>
              )}
              <Text component="div">
                {text}
                <Text size="xs" c="dimmed">
                  {titleOf(itemId) ?? t('result.whole')}
                </Text>
              </Text>
            </Group>
          </li>
        ))}
      </ul>
      {recording ? (
        <RecordingPlayer ref={player} address={`${home}/contacts/${recording}/recording`} />
      ) : null}
    </>
  );
}
