import {
  IconChartBar,
  IconFileInvoice,
  IconGauge,
  IconHeartHandshake,
  IconPhoneCheck,
  IconPhoneOff,
  IconPhoneOutgoing,
  IconStairsUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';

/** What is owed: whom to call today by the agents, the ladder and its figures by those who plan. */
export function DebtNav() {
  const { t } = useTranslation('debt');
  const { home, may, debtCounts } = useDesk();
  if (!may.readDebt) return null;
  return (
    <NavSection title={t('area')}>
      <NavItem
        to={`${home}/debt`}
        label={t('calls.title')}
        icon={IconPhoneOutgoing}
        count={debtCounts?.calls}
        deep
      />
      {may.suspendDebt ? <PlanItems /> : null}
    </NavSection>
  );
}

function PlanItems() {
  const { t } = useTranslation(['strategy', 'debt', 'debtBoard', 'prediction', 'receivable', 'outreach']);
  const { workplace, may, debtCounts } = useDesk();
  const place = `/t/${workplace.slug}`;
  return (
    <>
      <NavItem
        to={`${place}/lead/suspensions`}
        label={t('debt:suspension.listTitle')}
        icon={IconPhoneOff}
        count={debtCounts?.suspensions}
        deep
      />
      <NavItem to={`${place}/plan/debt`} label={t('debtBoard:title')} icon={IconChartBar} exact />
      <NavItem to={`${place}/plan/debt/strategies`} label={t('title')} icon={IconStairsUp} deep />
      <NavItem to={`${place}/plan/debt/forecast`} label={t('prediction:title')} icon={IconGauge} deep />
      {may.writeOutreach ? (
        <NavItem to={`${place}/plan/contact-rules`} label={t('outreach:title')} icon={IconPhoneCheck} deep />
      ) : null}
      {may.writeDebt ? (
        <NavItem
          to={`${place}/plan/debt/offers`}
          label={t('debt:rules.title')}
          icon={IconHeartHandshake}
          deep
        />
      ) : null}
      {may.writeDebt ? (
        <NavItem
          to={`${place}/plan/debt/billing`}
          label={t('receivable:billing.title')}
          icon={IconFileInvoice}
          deep
        />
      ) : null}
    </>
  );
}
