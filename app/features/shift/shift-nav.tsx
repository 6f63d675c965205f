import {
  IconArrowsExchange,
  IconCalendarBolt,
  IconCalendarQuestion,
  IconCalendarUser,
  IconCalendarWeek,
  IconChartLine,
  IconGavel,
  IconTemplate,
  IconUserCog,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';

/** Pages beside the plans, each with its own line. */
const ownPages = /\/plan\/shifts\/(asks|terms|rules|templates)$/;

/** Who works when: what is planned, asked for and lived. */
export function ShiftNav() {
  const { t } = useTranslation('shift');
  const { t: tWork } = useTranslation('workload');
  const { t: tLife } = useTranslation('life');
  const { workplace, home, may } = useDesk();
  const { pathname } = useLocation();
  if (!may.readShifts) return null;
  const place = `/t/${workplace.slug}`;
  return (
    <NavSection title={t('area')}>
      <NavItem to={`${home}/shifts`} label={tLife('title')} icon={IconCalendarUser} exact />
      <NavItem to={`${home}/shifts/market`} label={tLife('market.title')} icon={IconArrowsExchange} />
      {may.approveShifts ? (
        <>
          <NavItem to={`${place}/plan/today`} label={tLife('today.title')} icon={IconCalendarBolt} />
          <NavItem to={`${place}/plan/shifts/asks`} label={tLife('asks.title')} icon={IconCalendarQuestion} />
        </>
      ) : null}
      {may.approveShifts ? (
        <NavItem
          to={`${place}/plan/shifts`}
          label={t('title')}
          icon={IconCalendarWeek}
          deep
          exact={ownPages.test(pathname)}
        />
      ) : null}
      {may.writeShifts ? (
        <>
          <NavItem to={`${place}/plan/shifts/terms`} label={t('terms.title')} icon={IconUserCog} />
          <NavItem to={`${place}/plan/shifts/rules`} label={t('rules.title')} icon={IconGavel} />
          <NavItem to={`${place}/plan/shifts/templates`} label={t('templates.title')} icon={IconTemplate} />
        </>
      ) : null}
      {may.readWorkload ? (
        <NavItem to={`${place}/plan/forecast`} label={tWork('title')} icon={IconChartLine} deep />
      ) : null}
    </NavSection>
  );
}
