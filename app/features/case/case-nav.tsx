import {
  IconAlarm,
  IconClockPause,
  IconEye,
  IconFlame,
  IconInbox,
  IconUser,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useShownKey } from '#app/components/use-keys.ts';
import { SavedViews } from '#app/features/saved-view/saved-views.tsx';
import { searchOfCases, standingCaseViews } from './case-query.ts';

const icons = {
  mine: IconUser,
  unassigned: IconUserQuestion,
  breached: IconFlame,
  risk: IconAlarm,
  followed: IconEye,
  snoozed: IconClockPause,
};

/** Where one can go among the cases: the queue, and its views with what needs a person. */
export function CaseNav() {
  const { t } = useTranslation('case');
  const { home, may, caseCounts } = useDesk();
  const shownKey = useShownKey();
  if (!may.readCases || !caseCounts) return null;
  const list = `${home}/cases`;
  return (
    <>
      <NavSection title={t('area.cases')}>
        <NavItem to={list} label={t('view.title')} icon={IconInbox} keys={shownKey('goCases')} />
        {standingCaseViews.map(({ name, query }) => (
          <NavItem
            key={name}
            to={list + searchOfCases(query)}
            label={t(`view.${name}`)}
            icon={icons[name]}
            count={caseCounts[name]}
          />
        ))}
      </NavSection>
      <SavedViews area="case" list={list} />
    </>
  );
}
