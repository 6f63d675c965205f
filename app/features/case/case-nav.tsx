import { ActionIcon } from '@mantine/core';
import {
  IconAlarm,
  IconClockPause,
  IconEye,
  IconFlame,
  IconInbox,
  IconTrash,
  IconUser,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useShownKey } from '#app/components/use-keys.ts';
import styles from '#app/features/request/desk-nav.module.css';
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
      <CaseViews />
    </>
  );
}

function CaseViews() {
  const { t } = useTranslation('case');
  const { home, views } = useDesk();
  const own = views.filter(({ area, isShared }) => area === 'case' && !isShared);
  const shared = views.filter(({ area, isShared }) => area === 'case' && isShared);
  return (['own', 'shared'] as const).map((kind) => {
    const shown = kind === 'own' ? own : shared;
    if (shown.length === 0) return null;
    return (
      <NavSection key={kind} title={t(`view.${kind}`)}>
        {shown.map((view) => (
          <div key={view.id} className={styles.own}>
            <NavItem to={`${home}/cases${view.query}`} label={view.name} count={view.openCount} />
            {view.isOwn ? <RemoveView id={view.id} name={view.name} /> : null}
          </div>
        ))}
      </NavSection>
    );
  });
}

function RemoveView({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={`${home}/views/${id}/removal`} className={styles.remove}>
      <ActionIcon type="submit" size="sm" aria-label={t('view.remove', { name })}>
        <IconTrash size={14} />
      </ActionIcon>
    </fetcher.Form>
  );
}
