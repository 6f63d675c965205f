import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { ChannelIcon } from '#app/features/case/channel-icon.tsx';
import { CallPlayer } from './call-player.tsx';
import styles from './conversation.module.css';
import type { ContactEntry } from './read-conversation.ts';
import { SenderAddress } from './sender-address.tsx';

/** One contact: in which channel, by whom, how long, how it ended. */
export function ContactItem({ contact, mayReveal }: { contact: ContactEntry; mayReveal: boolean }) {
  const { t } = useTranslation('case');
  const { format } = useDesk();
  const { waitMs, talkMs, result } = contact;
  return (
    <li className={styles.contact}>
      <ChannelIcon channel={contact.channel} />
      <strong>
        {t(`channel.${contact.channel}`)}, {t(`direction.${contact.direction}`)}
      </strong>
      <time dateTime={contact.at.toISOString()} title={format.moment(contact.at)}>
        {format.clock(contact.at).slice(0, 5)}
      </time>
      {contact.maskedAddress ? (
        <SenderAddress masked={contact.maskedAddress} contactId={contact.id} mayReveal={mayReveal} />
      ) : null}
      {contact.who ? <span>{contact.who}</span> : null}
      {waitMs === null ? null : <span>{t('talk.wait', { time: minutesAndSeconds(waitMs) })}</span>}
      {talkMs === null ? null : <span>{t('talk.talkTime', { time: minutesAndSeconds(talkMs) })}</span>}
      {result ? <span>{t(`result.${result}`)}</span> : null}
      {contact.isSolvedAtFirst ? <span>{t('talk.solvedAtFirst')}</span> : null}
      {contact.isPlayable ? <CallPlayer contactId={contact.id} /> : null}
    </li>
  );
}

/** `2:05`. */
function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
