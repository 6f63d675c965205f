import { IconCalendarWeek } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';

/** Who works when: what is planned, asked for and lived. */
export function ShiftNav() {
  const { t } = useTranslation('shift');
  const { workplace, may } = useDesk();
  if (!may.readShifts) return null;
  const place = `/t/${workplace.slug}`;
  return (
    <NavSection title={t('area')}>
      {may.approveShifts ? (
        <NavItem to={`${place}/plan/shifts`} label={t('title')} icon={IconCalendarWeek} deep />
      ) : null}
    </NavSection>
  );
}
