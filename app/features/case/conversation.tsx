import { Text } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { ContactItem } from './contact-item.tsx';
import styles from './conversation.module.css';
import { EventItem } from './event-item.tsx';
import { MessageItem } from './message-item.tsx';
import type { CaseDetail } from './read-case-detail.ts';
import type { Entry } from './read-conversation.ts';

type TalkProps = {
  detail: Pick<CaseDetail, 'id' | 'conversation'>;
  /** Up to which message it was read when the page opened. */
  readBefore: string | null;
  onTakenBack(body: string): void;
};

/** What was said, written and done, oldest first; it opens at its end. */
export function Conversation({ detail, readBefore, onTakenBack }: TalkProps) {
  const { t } = useTranslation('case');
  const { format } = useDesk();
  const { entries, isCut } = detail.conversation;
  const end = useRef<HTMLLIElement>(null);
  const lastId = entries.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something new stands at the end
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [lastId]);
  const firstNew = entries.find((entry) => isNew(entry, readBefore))?.id;
  const days = entries.map(({ at }) => format.fullDay(at));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <ol className={styles.talk} tabIndex={0} aria-label={t('pane.talk')}>
      {isCut ? <li className={styles.day}>{t('talk.cut')}</li> : null}
      {entries.map((entry, index) => (
        <Fragment key={`${entry.type}-${entry.id}`}>
          {days[index] === days[index - 1] ? null : <li className={styles.day}>{days[index]}</li>}
          {entry.id === firstNew ? <li className={styles.new}>{t('talk.newSince')}</li> : null}
          <Item entry={entry} caseId={detail.id} onTakenBack={onTakenBack} />
        </Fragment>
      ))}
      {entries.length === 0 ? (
        <li>
          <Text c="dimmed">{t('talk.empty')}</Text>
        </li>
      ) : null}
      <li ref={end} aria-hidden />
    </ol>
  );
}

/** Somebody else's message, newer than what was read. A case never opened is not marked: all of it is new. */
function isNew(entry: Entry, readBefore: string | null): boolean {
  return entry.type === 'message' && entry.kind === 'inbound' && readBefore !== null && entry.id > readBefore;
}

function Item({
  entry,
  caseId,
  onTakenBack,
}: {
  entry: Entry;
  caseId: string;
  onTakenBack(body: string): void;
}) {
  if (entry.type === 'message')
    return <MessageItem message={entry} caseId={caseId} onTakenBack={onTakenBack} />;
  return entry.type === 'contact' ? <ContactItem contact={entry} /> : <EventItem event={entry} />;
}
