import { ActionIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarTime,
  IconHandGrab,
  IconHelpCircle,
  IconListDetails,
  IconPhonePlus,
  IconPlayerPlay,
  IconPlus,
  IconSearch,
  IconStack2,
  IconUser,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavButton, NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useShownKey } from '#app/components/use-keys.ts';
import { ChurnNav } from '#app/features/campaign/churn-nav.tsx';
import { CaseNav } from '#app/features/case/case-nav.tsx';
import { DebtNav } from '#app/features/debt/debt-nav.tsx';
import { Bell, SmallBell } from '#app/features/notice/bell.tsx';
import { ReportNav } from '#app/features/report/report-nav.tsx';
import { QualityNav } from '#app/features/review/quality-nav.tsx';
import { PresenceSwitch } from '#app/features/routing/presence-switch.tsx';
import { SavedViews } from '#app/features/saved-view/saved-views.tsx';
import { ShiftNav } from '#app/features/shift/shift-nav.tsx';
import { useDeskTools } from './desk-tools.ts';
import type { RequestState } from './request.ts';
import { searchOf, standingViews } from './request-query.ts';
import { openPalette } from './search-palette.tsx';
import { TeamNav } from './team-nav.tsx';

const icons = {
  needsPerson: IconAlertTriangle,
  unconfirmed: IconHelpCircle,
  inWork: IconPlayerPlay,
  scheduled: IconCalendarTime,
};

/** The left column of a desk: its areas, the views everybody has and one's own, with what is open in each. */
export function DeskNav() {
  const { t } = useTranslation('desk');
  const { home, may, openCounts, presence } = useDesk();
  const shownKey = useShownKey();
  const list = `${home}/requests`;
  const openIn = (states: readonly RequestState[]) =>
    states.reduce((sum, state) => sum + (openCounts[state] ?? 0), 0);
  return (
    <>
      <DeskButtons />
      <Bell />
      {presence ? <PresenceSwitch state={presence} /> : null}
      <CaseNav />
      <NavSection title={t('area.requests')}>
        <NavItem to={list} label={t('views.all')} icon={IconListDetails} keys={shownKey('goRequests')} />
        {standingViews.map(({ name, states }) => (
          <NavItem
            key={name}
            to={list + searchOf({ states })}
            label={t(`views.${name}`)}
            icon={icons[name]}
            count={openIn(states)}
          />
        ))}
        {may.create ? (
          <NavItem to={list + searchOf({ mine: true })} label={t('views.mine')} icon={IconUser} />
        ) : null}
        {may.batch ? (
          <NavItem
            to={`${home}/batches`}
            label={t('area.batches')}
            icon={IconStack2}
            deep
            keys={shownKey('goBatches')}
          />
        ) : null}
      </NavSection>
      <SavedViews area="request" list={list} />
      <TeamNav />
      <QualityNav />
      <DebtNav />
      <ChurnNav />
      <ReportNav />
      <ShiftNav />
    </>
  );
}

function DeskButtons() {
  const { t } = useTranslation('desk');
  const { may } = useDesk();
  const tools = useDeskTools();
  const shownKey = useShownKey();
  return (
    <>
      {may.findSubscribers ? (
        <NavButton
          label={t('area.search')}
          icon={IconSearch}
          shown={shownKey('search')}
          onClick={openPalette}
        />
      ) : null}
      {may.writeCases ? (
        <NavButton
          label={t('keys.contact')}
          icon={IconPhonePlus}
          shown={shownKey('contact')}
          onClick={tools.logContact}
        />
      ) : null}
      {may.writeCases ? (
        <NavButton
          label={t('keys.takeNext')}
          icon={IconHandGrab}
          shown={shownKey('takeNext')}
          onClick={tools.takeNext}
        />
      ) : null}
      {may.create ? (
        <NavButton
          label={t('create.title')}
          icon={IconPlus}
          shown={shownKey('newRequest')}
          onClick={() => tools.startRequest()}
        />
      ) : null}
    </>
  );
}

/** The same on a narrow window, without opening the menu. */
export function DeskTools() {
  const { t } = useTranslation('desk');
  const { may } = useDesk();
  const tools = useDeskTools();
  return (
    <>
      <SmallBell />
      {may.findSubscribers ? (
        <ActionIcon size="lg" aria-label={t('area.search')} onClick={openPalette}>
          <IconSearch size={18} />
        </ActionIcon>
      ) : null}
      {may.writeCases ? (
        <ActionIcon size="lg" aria-label={t('keys.contact')} onClick={tools.logContact}>
          <IconPhonePlus size={18} />
        </ActionIcon>
      ) : null}
      {may.create ? (
        <ActionIcon size="lg" aria-label={t('create.title')} onClick={() => tools.startRequest()}>
          <IconPlus size={18} />
        </ActionIcon>
      ) : null}
    </>
  );
}
