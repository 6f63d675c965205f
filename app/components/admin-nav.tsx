import {
  IconActivityHeartbeat,
  IconBuilding,
  IconFileImport,
  IconHistory,
  IconPlugConnected,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from './nav-item.tsx';

/** Where one who runs the centre can go. */
export function AdminNav() {
  const { t } = useTranslation('admin');
  return (
    <NavSection title={t('area.title')}>
      <NavItem to="/admin/health" label={t('area.health')} icon={IconActivityHeartbeat} />
      <NavItem to="/admin/tenants" label={t('area.tenants')} icon={IconBuilding} deep />
      <NavItem to="/admin/people" label={t('area.people')} icon={IconUsers} deep />
      <NavItem to="/admin/carrier-accounts" label={t('area.carrierAccounts')} icon={IconPlugConnected} deep />
      <NavItem to="/admin/imports" label={t('area.imports')} icon={IconFileImport} />
      <NavItem to="/admin/audit" label={t('area.audit')} icon={IconHistory} deep />
    </NavSection>
  );
}
