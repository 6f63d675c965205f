import { useTranslation } from 'react-i18next';
import { GatewaySection } from '#app/features/messenger/gateway-section.tsx';

type RobotSectionProps = {
  base: string;
  stored: { url: string; since: Date } | null;
};

/** The robot that calls people for a client company: where calls are asked for, and the key they are signed with. */
export function RobotSection({ base, stored }: RobotSectionProps) {
  const { t } = useTranslation('channel');
  return (
    <GatewaySection
      title={t('mailbox.robot')}
      note={t('mailbox.robotNote')}
      label={t('mailbox.robotUrl')}
      action={`${base}/robot`}
      stored={stored}
    />
  );
}
