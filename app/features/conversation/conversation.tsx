import { Button, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import { ContactItem } from './contact-item.tsx';
import styles from './conversation.module.css';
import { EventItem } from './event-item.tsx';
import { MessageItem } from './message-item.tsx';
import type { Entry } from './read-conversation.ts';
import { useTalk, useTalkScroll } from './use-talk.ts';

type TalkProps = {
  detail: Pick<CaseDetail, 'id'> & {
    conversation: Pick<CaseDetail['conversation'], 'entries' | 'isCut'> & { more?: number | null };
    mayReveal?: boolean;
  };
  /** Up to which message it was read when the page opened. */
  readBefore: string | null;
  onTakenBack(body: string): void;
};

/** What was said, written and done, oldest first; it opens at its end. */
export function Conversation({ detail, readBefore, onTakenBack }: TalkProps) {
  const { t } = useTranslation('case');
  const { format } = useDesk();
  const { entries, isCut, isReading, showEarlier } = useTalk(detail);
  const list = useTalkScroll(entries[0]?.id, entries.at(-1)?.id);
  const firstNew = entries.find((entry) => isNew(entry, readBefore))?.id;
  const days = entries.map(({ at }) => format.fullDay(at));
  const item = { caseId: detail.id, mayReveal: detail.mayReveal === true, onTakenBack };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <ol ref={list} className={styles.talk} tabIndex={0} aria-label={t('pane.talk')}>
      {isCut ? (
        <li className={styles.day}>
          {showEarlier ? (
            <Button variant="subtle" size="compact-xs" loading={isReading} onClick={showEarlier}>
              {t('talk.earlier')}
            </Button>
          ) : (
            t('talk.cut')
          )}
        </li>
      ) : null}
      {entries.map((entry, index) => (
        <Fragment key={`${entry.type}-${entry.id}`}>
          {days[index] === days[index - 1] ? null : <li className={styles.day}>{days[index]}</li>}
          {entry.id === firstNew ? <li className={styles.new}>{t('talk.newSince')}</li> : null}
          <Item entry={entry} {...item} />
        </Fragment>
      ))}
      {entries.length === 0 ? (
        <li>
          <Text c="dimmed">{t('talk.empty')}</Text>
        </li>
      ) : null}
    </ol>
  );
}

/** Somebody else's message, newer than what was read. A case never opened is not marked: all of it is new. */
function isNew(entry: Entry, readBefore: string | null): boolean {
  return entry.type === 'message' && entry.kind === 'inbound' && readBefore !== null && entry.id > readBefore;
}

type ItemProps = { entry: Entry; caseId: string; mayReveal: boolean; onTakenBack(body: string): void };

function Item({ entry, ...given }: ItemProps) {
  if (entry.type === 'message') return <MessageItem message={entry} {...given} />;
  if (entry.type === 'contact') return <ContactItem contact={entry} mayReveal={given.mayReveal} />;
  return <EventItem event={entry} />;
}
