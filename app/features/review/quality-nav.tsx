import { IconClipboardCheck, IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';

/** Where the quality of work is looked at: by those who review. */
export function QualityNav() {
  const { t } = useTranslation(['review', 'scorecard']);
  const { may, workplace } = useDesk();
  if (!may.reviewWork) return null;
  const place = `/t/${workplace.slug}`;
  return (
    <NavSection title={t('area')}>
      <NavItem to={`${place}/lead/reviews`} label={t('title')} icon={IconClipboardCheck} deep />
      <NavItem to={`${place}/plan/scorecards`} label={t('scorecard:title')} icon={IconListCheck} deep />
    </NavSection>
  );
}
