import { IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ArrivalFlag } from '#app/features/mail/mail.ts';
import styles from './conversation.module.css';

/** What to know of a mail before it is believed, a line each. */
export function MailWarning({ flags }: { flags: readonly ArrivalFlag[] }) {
  const { t } = useTranslation('case');
  return flags.map((flag) => (
    <p key={flag} className={styles.warning}>
      <IconShieldQuestion size={14} aria-hidden />
      {t(`talk.flag.${flag}`)}
    </p>
  ));
}
