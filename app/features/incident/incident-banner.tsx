import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './incident-banner.module.css';

type Lasting = { id: string; number: number; banner: string };

/** What lasts now, at the top of every page of the desk, so that nobody looks for the reason alone. */
export function IncidentBanner({ incidents }: { incidents: Lasting[] }) {
  const { t } = useTranslation('incident');
  const { home } = useDesk();
  if (incidents.length === 0) return null;
  return (
    <div className={styles.banner} role="status">
      {incidents.map(({ id, number, banner }) => (
        <Link key={id} to={`${home}/incidents/${id}`} className={styles.one}>
          <IconAlertTriangle size={15} aria-hidden />
          <b>{t('declared', { number })}</b>
          <span className={styles.words}>{banner}</span>
        </Link>
      ))}
    </div>
  );
}
