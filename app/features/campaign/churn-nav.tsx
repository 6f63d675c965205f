import {
  IconAlertTriangle,
  IconBulb,
  IconGift,
  IconLifebuoy,
  IconPhoneOutgoing,
  IconReportAnalytics,
  IconSpeakerphone,
  IconTrendingDown,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';

/** Who may leave, what is done about it and what it brought. */
export function ChurnNav() {
  const { t } = useTranslation(['campaign', 'save', 'offer', 'churn', 'proof']);
  const { workplace, home, may } = useDesk();
  const { pathname } = useLocation();
  if (!may.readChurn && !may.readCampaigns) return null;
  const place = `/t/${workplace.slug}`;
  const learned = `${place}/plan/campaigns/learned`;
  return (
    <NavSection title={t('area')}>
      {may.readChurn ? (
        <>
          <NavItem to={`${place}/plan/churn`} label={t('churn:title')} icon={IconTrendingDown} exact />
          <NavItem to={`${place}/plan/churn/risk`} label={t('churn:risk.area')} icon={IconAlertTriangle} />
        </>
      ) : null}
      {may.proposeOffers ? (
        <NavItem to={`${home}/save`} label={t('save:title')} icon={IconLifebuoy} deep />
      ) : null}
      {may.readChurn ? (
        <NavItem to={`${home}/campaign-calls`} label={t('calls.title')} icon={IconPhoneOutgoing} deep />
      ) : null}
      {may.learnCampaigns ? (
        <>
          <NavItem
            to={`${place}/plan/campaigns`}
            label={t('title')}
            icon={IconSpeakerphone}
            deep
            exact={pathname === learned}
          />
          <NavItem to={learned} label={t('proof:learned.title')} icon={IconBulb} />
        </>
      ) : null}
      {may.readCampaigns ? (
        <NavItem
          to={`${place}/report/campaigns`}
          label={t('proof:report.title')}
          icon={IconReportAnalytics}
        />
      ) : null}
      {may.writeOffers ? (
        <NavItem to={`${place}/plan/offers`} label={t('offer:title')} icon={IconGift} deep />
      ) : null}
    </NavSection>
  );
}
