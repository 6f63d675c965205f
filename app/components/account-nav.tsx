import { IconDevices, IconLock, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from './nav-item.tsx';

/** The pages of one's own account. */
export function AccountNav() {
  const { t } = useTranslation('account');
  return (
    <NavSection title={t('title')}>
      <NavItem to="/account" label={t('sessions.title')} icon={IconDevices} />
      <NavItem to="/account/password" label={t('password.title')} icon={IconLock} />
      <NavItem to="/account/second-factor" label={t('factor.title')} icon={IconShieldLock} />
    </NavSection>
  );
}
