import {
  IconAdjustments,
  IconClipboardCheck,
  IconListCheck,
  IconScale,
  IconSeedling,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';

/** Where the quality of work is looked at: one's own by everybody, all of it by those who review. */
export function QualityNav() {
  const { t } = useTranslation(['review', 'score', 'calibration']);
  const { home, may, workplace } = useDesk();
  if (!may.seeOwnReviews && !may.visitCalibrations) return null;
  return (
    <NavSection title={t('area')}>
      {may.seeOwnReviews ? (
        <NavItem to={`${home}/my-reviews`} label={t('score:title')} icon={IconTargetArrow} />
      ) : null}
      {may.reviewWork ? <LeadItems /> : null}
      {may.visitCalibrations ? (
        <NavItem
          to={`/t/${workplace.slug}/client/calibrations`}
          label={t('calibration:title')}
          icon={IconAdjustments}
          deep
        />
      ) : null}
    </NavSection>
  );
}

function LeadItems() {
  const { t } = useTranslation(['review', 'scorecard', 'dispute', 'calibration', 'coaching']);
  const place = `/t/${useDesk().workplace.slug}`;
  return (
    <>
      <NavItem to={`${place}/lead/reviews`} label={t('title')} icon={IconClipboardCheck} deep />
      <NavItem to={`${place}/lead/disputes`} label={t('dispute:title')} icon={IconScale} deep />
      <NavItem to={`${place}/lead/coaching`} label={t('coaching:title')} icon={IconSeedling} deep />
      <NavItem to={`${place}/lead/calibrations`} label={t('calibration:title')} icon={IconAdjustments} deep />
      <NavItem
        to={`${place}/lead/reviewers`}
        label={t('calibration:reviewers.title')}
        icon={IconUsersGroup}
      />
      <NavItem to={`${place}/plan/scorecards`} label={t('scorecard:title')} icon={IconListCheck} deep />
    </>
  );
}
