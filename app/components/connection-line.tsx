import { useNetwork } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from 'react-router';
import styles from './connection-line.module.css';

/** A thin line while the next page loads, and a word when there is no connection. The page stays. */
export function ConnectionLine() {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const { online } = useNetwork();
  return (
    <>
      {navigation.state === 'idle' ? null : <div className={styles.line} aria-hidden />}
      {online ? null : (
        <div className={styles.offline} role="status">
          <IconCloudOff size={16} aria-hidden />
          {t('errors.offline')}
        </div>
      )}
    </>
  );
}
