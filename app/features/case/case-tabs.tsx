import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './case-tabs.module.css';
import type { CaseTab } from './read-case-tabs.ts';
import { useCaseTabs } from './use-case-tabs.ts';

/** The cases one has open: whose, the last thing said, a dot where it is new. */
export function CaseTabs({ openId }: { openId: string }) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { tabs, close } = useCaseTabs(openId);
  const closeTab = (id: string) => {
    close(id);
    if (id !== openId) return;
    const other = tabs.findLast((tab) => tab.id !== id);
    void navigate(other ? `${home}/cases/${other.id}${search}` : `${home}/cases${search}`);
  };
  return (
    <nav className={styles.tabs} aria-label={t('tabs.title')}>
      {tabs.map((tab) => (
        <Tab key={tab.id} tab={tab} isOpen={tab.id === openId} onClose={() => closeTab(tab.id)} />
      ))}
    </nav>
  );
}

function Tab({ tab, isOpen, onClose }: { tab: CaseTab; isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const { search } = useLocation();
  const name = tab.who ?? t('number', { number: tab.number });
  return (
    <div className={styles.tab} data-open={isOpen || undefined}>
      <Link
        to={`${home}/cases/${tab.id}${search}`}
        className={styles.link}
        aria-current={isOpen ? 'page' : undefined}
        title={`${t('number', { number: tab.number })} ${tab.subject}`}
      >
        {tab.isUnread && !isOpen ? (
          <span className={styles.dot} role="img" aria-label={t('list.unread')} />
        ) : null}
        <span className={styles.name}>{name}</span>
        <span className={styles.said}>{tab.lastBody ?? tab.subject}</span>
      </Link>
      <ActionIcon size="sm" onClick={onClose} aria-label={t('tabs.close', { name })}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
