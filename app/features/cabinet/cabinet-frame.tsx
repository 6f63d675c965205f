import {
  IconBell,
  IconHome,
  IconListCheck,
  IconMessageCircle,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './cabinet.module.css';
import { useCabinet } from './use-cabinet.ts';

type Unread = { unreadCases: number; unreadNotices: number };
type Place = {
  to: string;
  icon: TablerIcon;
  name: 'overview' | 'requests' | 'cases' | 'notices' | 'profile';
};

const places: Place[] = [
  { to: '', icon: IconHome, name: 'overview' },
  { to: '/requests', icon: IconListCheck, name: 'requests' },
  { to: '/cases', icon: IconMessageCircle, name: 'cases' },
  { to: '/notices', icon: IconBell, name: 'notices' },
  { to: '/profile', icon: IconUser, name: 'profile' },
];

/** Around every page of a cabinet: whose it is, and the way to the others, under the thumb on a telephone. */
export function CabinetFrame({ unread, children }: { unread: Unread; children: ReactNode }) {
  const { t } = useTranslation('cabinet');
  const { name, home } = useCabinet();
  const counts: Partial<Record<Place['name'], number>> = {
    cases: unread.unreadCases,
    notices: unread.unreadNotices,
  };
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <span className={styles.brand}>{name}</span>
        <span className={styles.quiet}>{t('title')}</span>
      </header>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        {places.map(({ to, icon: Icon, name: place }) => (
          <NavLink key={place} to={home + to} end={to === ''} className={styles.place ?? ''}>
            <span className={styles.icon}>
              <Icon size={22} stroke={1.7} aria-hidden />
              {counts[place] ? <Count n={counts[place]} /> : null}
            </span>
            {t(`nav.${place}`)}
          </NavLink>
        ))}
      </nav>
      <main className={styles.main}>{children}</main>
    </div>
  );
}

function Count({ n }: { n: number }) {
  const { t } = useTranslation('cabinet');
  return (
    <span className={styles.count} role="img" aria-label={t('unread', { count: n })}>
      {n > 9 ? '9+' : n}
    </span>
  );
}
