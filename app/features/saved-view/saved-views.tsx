import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { NavItem, NavSection } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import styles from './saved-views.module.css';

type ViewsProps = { area: 'request' | 'case'; list: string };

/** The saved views of one list in the left column: one's own, then those of everybody here. */
export function SavedViews({ area, list }: ViewsProps) {
  const { t } = useTranslation('desk');
  const { views } = useDesk();
  const here = views.filter((view) => view.area === area);
  const sections = [
    { title: t('views.own'), shown: here.filter(({ isShared }) => !isShared) },
    { title: t('views.shared'), shown: here.filter(({ isShared }) => isShared) },
  ];
  return sections.map(({ title, shown }) =>
    shown.length ? (
      <NavSection key={title} title={title}>
        {shown.map((view) => (
          <div key={view.id} className={styles.own}>
            <NavItem to={list + view.query} label={view.name} count={view.openCount} />
            {view.isOwn ? <RemoveView id={view.id} name={view.name} /> : null}
          </div>
        ))}
      </NavSection>
    ) : null,
  );
}

function RemoveView({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const fetcher = useFetcher();
  useRefusalNotice(fetcher.data);
  return (
    <fetcher.Form method="post" action={`${home}/views/${id}/removal`} className={styles.remove}>
      <ActionIcon type="submit" size="sm" aria-label={t('views.remove', { name })}>
        <IconTrash size={14} />
      </ActionIcon>
    </fetcher.Form>
  );
}
