import { Text } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { ChannelIcon } from '#app/features/case/channel-icon.tsx';
import styles from './conversation.module.css';
import { HeldReply } from './held-reply.tsx';
import { MailWarning } from './mail-warning.tsx';
import { MessageFile } from './message-file.tsx';
import type { MessageEntry } from './read-conversation.ts';
import { SenderAddress } from './sender-address.tsx';

type ReplyProps = { message: MessageEntry; caseId: string; onTakenBack(body: string): void };

/** One message: the subscriber's on the left, ours on the right, what only we see on yellow. */
export function MessageItem({
  message,
  caseId,
  mayReveal,
  onTakenBack,
}: ReplyProps & { mayReveal: boolean }) {
  const { t } = useTranslation('case');
  const { format } = useDesk();
  const isNote = message.kind === 'note';
  return (
    <li className={styles.message} data-kind={message.kind} data-state={message.state}>
      <div className={styles.by}>
        {isNote ? <IconNote size={14} aria-hidden /> : null}
        {!isNote && message.channel ? <ChannelIcon channel={message.channel} /> : null}
        <strong>{message.who ?? t('talk.subscriber')}</strong>
        {message.maskedAddress && message.contactId ? (
          <SenderAddress masked={message.maskedAddress} contactId={message.contactId} mayReveal={mayReveal} />
        ) : null}
        {isNote ? t('talk.note') : null}
        <time dateTime={message.at.toISOString()} title={format.moment(message.at)}>
          {format.clock(message.at).slice(0, 5)}
        </time>
        {message.mentions.length ? t('talk.mentions', { names: message.mentions.join(', ') }) : null}
      </div>
      <MailWarning flags={message.flags} />
      <p className={styles.body}>{message.body}</p>
      {message.files.map((file) => (
        <MessageFile key={file.id} file={file} />
      ))}
      {message.kind === 'reply' ? (
        <ReplyState message={message} caseId={caseId} onTakenBack={onTakenBack} />
      ) : null}
    </li>
  );
}

/** Our own reasons have names; what a server said is shown as it is. */
function failureWords(t: TFunction<'case'>, failure: string): string {
  const [, bounced] = /^bounced: (.*)$/s.exec(failure) ?? [];
  if (bounced !== undefined) return t('talk.failure.bounced', { reason: bounced });
  return t(`talk.failure.${failure}` as 'talk.failure.no-address', { defaultValue: failure });
}

function ReplyState({ message, caseId, onTakenBack }: ReplyProps) {
  const { t } = useTranslation('case');
  switch (message.state) {
    case 'held':
      return <HeldReply message={message} caseId={caseId} onTakenBack={onTakenBack} />;
    case 'sending':
      return (
        <Text size="xs" c="dimmed">
          {t('talk.sending')}
        </Text>
      );
    case 'failed':
      return (
        <Text size="xs" c="red">
          {t('talk.failed', { failure: failureWords(t, message.failure ?? '') })}
        </Text>
      );
    case 'unconfirmed':
      return (
        <Text size="xs" c="dimmed">
          {t('talk.unconfirmed')}
        </Text>
      );
    default:
      return null;
  }
}
