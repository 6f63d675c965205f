import { useTranslation } from 'react-i18next';
import { GatewaySection } from './gateway-section.tsx';

type MessengerSectionProps = {
  base: string;
  /** Where the gateway tells what subscribers write. */
  address: string;
  stored: { url: string; since: Date } | null;
};

/** Chats and messengers of a client company: where replies go, and the key of both sides. */
export function MessengerSection({ base, address, stored }: MessengerSectionProps) {
  const { t } = useTranslation('channel');
  return (
    <GatewaySection
      title={t('mailbox.messenger')}
      note={t('mailbox.messengerNote', { address })}
      label={t('mailbox.messengerUrl')}
      action={`${base}/messenger`}
      stored={stored}
    />
  );
}
