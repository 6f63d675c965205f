import { IconPhoneOutgoing, IconStairsUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';

/** What is owed: whom to call today by the agents, the ladder and its figures by those who plan. */
export function DebtNav() {
  const { t } = useTranslation('debt');
  const { home, may } = useDesk();
  if (!may.readDebt) return null;
  return (
    <NavSection title={t('area')}>
      <NavItem to={`${home}/debt`} label={t('calls.title')} icon={IconPhoneOutgoing} deep />
      {may.suspendDebt ? <PlanItems /> : null}
    </NavSection>
  );
}

function PlanItems() {
  const { t } = useTranslation('strategy');
  const place = `/t/${useDesk().workplace.slug}/plan/debt`;
  return <NavItem to={`${place}/strategies`} label={t('title')} icon={IconStairsUp} deep />;
}
