import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import ruCase from '#app/locales/ru/case.ts';
import styles from './conversation.module.css';
import type { EventEntry } from './read-conversation.ts';

type EventText = keyof typeof ruCase.event;

/** What happened, in one quiet line. */
export function EventItem({ event }: { event: EventEntry }) {
  const { t } = useTranslation('case');
  const { format } = useDesk();
  const text = useEventText(event);
  return (
    <li className={styles.event}>
      <time dateTime={event.at.toISOString()} title={format.moment(event.at)}>
        {format.clock(event.at).slice(0, 5)}
      </time>
      <span>
        {text} · {event.who ?? t('talk.pult')}
      </span>
    </li>
  );
}

function useEventText({ text, values, person }: EventEntry): string {
  const { t } = useTranslation('case');
  const value = String(values.value ?? '');
  switch (text) {
    case 'classified-kind':
      return t('event.classified-kind', { value: t(`kind.${value as 'question'}`) });
    case 'classified-priority':
      return t('event.classified-priority', { value: t(`priority.${value as 'low'}`) });
    case 'complaint-step':
      return t('event.complaint-step', { step: t(`gift.step.${String(values.step) as 'thanks'}`) });
    default: {
      const key = isTold(text) ? text : 'other';
      // The values of a note are those its sentence asks for.
      return t(`event.${key}` as 'event.opened', {
        event: text,
        reason: '',
        ...values,
        person: person ?? '',
      });
    }
  }
}

function isTold(text: string): text is EventText {
  return Object.hasOwn(ruCase.event, text);
}
