import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import favicon from '#app/components/favicon.svg';
import styles from './door.module.css';

/** Pages for whoever is not signed in yet. Nothing of any client company is on them. */
export default function DoorLayout() {
  const { t } = useTranslation(['door', 'common']);
  return (
    <div className={styles.page}>
      <div className={styles.bar} />
      <main className={styles.main}>
        <div className={styles.brand}>
          <img src={favicon} alt="" width={28} height={28} />
          <div>
            {t('common:product')}
            <div className={styles.about}>{t('about')}</div>
          </div>
        </div>
        <Outlet />
      </main>
    </div>
  );
}
