import {
  IconCalendarCheck,
  IconChartBar,
  IconCurrencyRubel,
  IconFileExport,
  IconFileText,
  IconGauge,
  IconMailForward,
  IconMessageQuestion,
  IconReceipt,
  IconReportMoney,
  IconScale,
  IconStarHalfFilled,
  IconSunrise,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';

const pages = [
  ['overview', '', IconGauge],
  ['sla', '/sla', IconScale],
  ['base', '/base', IconUsersGroup],
  ['debt', '/debt', IconReceipt],
  ['quality', '/quality', IconStarHalfFilled],
  ['money', '/money', IconCurrencyRubel],
  ['scorecard', '/scorecard', IconReportMoney],
] as const;

/** The client company's portal, and what the contract says. */
export function ReportNav() {
  const { t } = useTranslation(['report', 'terms', 'month', 'morning', 'own', 'personExport', 'reportMail']);
  const { workplace, may } = useDesk();
  const place = `/t/${workplace.slug}`;
  if (!may.readReports) return null;
  return (
    <NavSection title={t('area')}>
      {may.writeReports ? (
        <NavItem to={`${place}/plan/morning`} label={t('morning:title')} icon={IconSunrise} />
      ) : null}
      {pages.map(([name, path, icon]) => (
        <NavItem key={name} to={`${place}/report${path}`} label={t(`${name}.title`)} icon={icon} exact />
      ))}
      <NavItem to={`${place}/report/own`} label={t('own:title')} icon={IconChartBar} />
      {may.askOfFigures ? (
        <NavItem to={`${place}/report/questions`} label={t('questions.title')} icon={IconMessageQuestion} />
      ) : null}
      <NavItem to={`${place}/report/months`} label={t('month:title')} icon={IconCalendarCheck} />
      {may.writeReports ? (
        <NavItem to={`${place}/plan/report-mail`} label={t('reportMail:title')} icon={IconMailForward} />
      ) : null}
      {may.exportPersons ? (
        <NavItem to={`${place}/plan/exports`} label={t('personExport:nav')} icon={IconFileExport} />
      ) : null}
      <NavItem to={`${place}/plan/service-terms`} label={t('terms:title')} icon={IconFileText} />
    </NavSection>
  );
}
