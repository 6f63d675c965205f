import { IconArrowLeft, IconDevices, IconLock, IconSettings, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FrameProps } from './frame.tsx';
import { NavItem, NavSection } from './nav-item.tsx';

/** Those who work everywhere find the others in the switch above. */
const mostPlaces = 5;

/** The pages of one's own account, and the ways back to work. */
export function AccountNav({ person, places }: Pick<FrameProps, 'person' | 'places'>) {
  const { t } = useTranslation(['account', 'common']);
  return (
    <>
      <NavSection title={t('common:frame.toWork')}>
        {places.slice(0, mostPlaces).map(({ slug, name }) => (
          <NavItem key={slug} to={`/t/${slug}`} label={name} icon={IconArrowLeft} />
        ))}
        {person.isAdmin ? <NavItem to="/admin" label={t('common:frame.admin')} icon={IconSettings} /> : null}
      </NavSection>
      <NavSection title={t('title')}>
        <NavItem to="/account" label={t('title')} icon={IconDevices} exact />
        <NavItem to="/account/password" label={t('password.title')} icon={IconLock} />
        <NavItem to="/account/second-factor" label={t('factor.title')} icon={IconShieldLock} />
      </NavSection>
    </>
  );
}
