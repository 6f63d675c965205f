import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import { useDesk } from '#app/components/use-desk.ts';
import type { EventDetail, RequestDetail } from './read-request-detail.ts';
import styles from './request-page.module.css';

type Event = RequestDetail['events'][number];

/** What happened, second by second, in plain words. */
export function RequestTimeline({
  detail,
}: {
  detail: Pick<RequestDetail, 'carrier' | 'events' | 'preview'>;
}) {
  const { format } = useDesk();
  const days = detail.events.map(({ at }) => format.fullDay(at));
  return (
    <ol className={styles.timeline}>
      {detail.events.map((event, index) => (
        <Fragment key={event.version}>
          {days[index] === days[index - 1] ? null : <li className={styles.day}>{days[index]}</li>}
          <TimelineEvent event={event} carrier={detail.carrier} isTask={!detail.preview} />
        </Fragment>
      ))}
    </ol>
  );
}

function TimelineEvent({ event, carrier, isTask }: { event: Event; carrier: string; isTask: boolean }) {
  const { t } = useTranslation('request');
  const { format, carrierTitle } = useDesk();
  const text = useEventText(event, isTask);
  return (
    <li className={styles.event} data-tone={event.toState}>
      <time className={styles.clock} dateTime={event.at.toISOString()}>
        {format.clock(event.at)}
      </time>
      <span className={styles.mark} aria-hidden />
      <div className={styles.told}>
        {text(carrierTitle(carrier))}
        <Text span size="xs" c="dimmed">
          {' '}
          · {event.who ?? t('byPult')}
        </Text>
        <Detail detail={event.detail} />
      </div>
    </li>
  );
}

function useEventText(event: Event, isTask: boolean) {
  const { t } = useTranslation('request');
  return (carrier: string): string => {
    const { text, seconds } = event.sentence ?? { text: '', seconds: null };
    const key = text === 'drafted' && isTask ? 'draftedByHand' : text;
    // Events are rows of the table of moves; a test holds the words to it.
    return t(`event.${key}` as 'event.drafted', { carrier, seconds });
  };
}

function Detail({ detail }: { detail: EventDetail }) {
  const { failureText, evidenceText } = useCarrierWords();
  const lines = [
    detail.failure ? failureText(detail.failure) : null,
    detail.evidence ? evidenceText(detail.evidence) : null,
    detail.words,
  ];
  return lines
    .filter((line) => line !== null)
    .map((line) => (
      <Text key={line} size="xs" c="dimmed">
        {line}
      </Text>
    ));
}
