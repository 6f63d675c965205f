import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import { NoticeRow } from './notice-row.tsx';
import styles from './notices-page.module.css';
import type { NoticePage } from './read-notices.ts';

type Props = { page: NoticePage; isNewest: boolean };

/** What one was told, the newest first: J and K walk, Enter opens the case. */
export function NoticesPage({ page: { items, earlier, unread }, isNewest }: Props) {
  const { t } = useTranslation('notice');
  const { home } = useDesk();
  const rows = useListKeys();
  const newest = items[0];
  const markAll =
    unread && newest ? (
      <ActionButton
        action={`${home}/notices/reading`}
        label={t('markAll')}
        fields={{ upToId: newest.id }}
        variant="default"
      />
    ) : null;
  return (
    <Page title={t('title')} note={unread ? t('unread', { count: unread }) : t('note')} actions={markAll}>
      {items.length === 0 ? (
        <Stack gap={2}>
          <Text fw={600}>{t('empty')}</Text>
          <Text c="dimmed">{t('emptyHint')}</Text>
        </Stack>
      ) : (
        <div ref={rows.ref}>
          <ul className={styles.list} aria-label={t('list')}>
            {items.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </ul>
        </div>
      )}
      <Group gap="md">
        {isNewest ? null : (
          <Anchor component={Link} to="?">
            ← {t('newest')}
          </Anchor>
        )}
        {earlier ? (
          <Anchor component={Link} to={`?before=${earlier}`}>
            {t('earlier')} →
          </Anchor>
        ) : null}
      </Group>
    </Page>
  );
}
