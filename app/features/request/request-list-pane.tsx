import { Anchor, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys } from '#app/components/use-keys.ts';
import { RequestFilters } from './request-filters.tsx';
import type { RequestItem } from './request-item.ts';
import styles from './request-list-pane.module.css';
import { type RequestQuery, searchOf } from './request-query.ts';
import { RequestRow } from './request-row.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useRowFocus } from './use-row-focus.ts';
import { type Selection, useSelection } from './use-selection.ts';

type ListProps = { query: RequestQuery; items: RequestItem[]; older: string | null };

/** The list: filters, one line a request, what is selected at the bottom. */
export function RequestListPane({ query, items, older }: ListProps) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const { requestId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const selection = useSelection(items);
  const rows = useRowFocus();
  useKeys({
    next: () => rows.move(1),
    previous: () => rows.move(-1),
    select: (event) => selection.toggle(rows.focusedId(), event.shiftKey),
    back: () => (selection.ids.size ? selection.clear() : requestId && navigate(`${home}/requests${search}`)),
  });
  return (
    <section className={styles.pane} aria-label={t('list.title')}>
      {requestId ? null : <VisuallyHidden component="h1">{t('list.title')}</VisuallyHidden>}
      <RequestFilters query={query} />
      <div ref={rows.ref} className={styles.scroll}>
        {items.length ? (
          <Rows items={items} selection={selection} openId={requestId} />
        ) : (
          <Nothing isFiltered={searchOf(query) !== ''} />
        )}
        <Paging query={query} older={older} />
      </div>
      <SelectionBar selection={selection} />
    </section>
  );
}

type RowsProps = { items: RequestItem[]; selection: Selection; openId: string | undefined };

function Rows({ items, selection, openId }: RowsProps) {
  const { t } = useTranslation('desk');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          {(['state', 'number', 'who', 'what', 'carrier', 'author', 'when'] as const).map((column) => (
            <th key={column} data-column={column}>
              {t(`list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <RequestRow
            key={item.id}
            item={item}
            isOpen={item.id === openId}
            isSelected={selection.ids.has(item.id)}
            onSelect={selection.toggle}
          />
        ))}
      </tbody>
    </table>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <Stack gap={4} align="center" py={64} px="md" ta="center">
      <Text fw={600}>{isFiltered ? t('list.nothing') : t('list.empty')}</Text>
      <Text c="dimmed">{isFiltered ? t('list.nothingHint') : t('list.emptyHint')}</Text>
    </Stack>
  );
}

function Paging({ query, older }: { query: RequestQuery; older: string | null }) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const list = `${home}/requests`;
  if (!older && !query.before) return null;
  return (
    <Group justify="space-between" px="md" py="sm">
      {query.before ? (
        <Anchor component={Link} to={list + searchOf({ ...query, before: null })}>
          ← {t('list.newest')}
        </Anchor>
      ) : (
        <span />
      )}
      {older ? (
        <Anchor component={Link} to={list + searchOf({ ...query, before: older })}>
          {t('list.older')} →
        </Anchor>
      ) : null}
    </Group>
  );
}
