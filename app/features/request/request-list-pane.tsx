import { Anchor, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import list from '#app/components/item-list.module.css';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys } from '#app/components/use-keys.ts';
import { useRowFocus } from '#app/components/use-row-focus.ts';
import { ListHead } from './list-head.tsx';
import { RequestFilters } from './request-filters.tsx';
import type { RequestItem } from './request-item.ts';
import styles from './request-list-pane.module.css';
import { firstPage, isNarrowed, type RequestQuery, searchOf } from './request-query.ts';
import { RequestRow } from './request-row.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useColumns } from './use-columns.ts';
import { type Selection, useSelection } from './use-selection.ts';

type ListProps = {
  query: RequestQuery;
  items: RequestItem[];
  next: Pick<RequestQuery, 'before' | 'beforeState'> | null;
};

/** The list: filters, one line a request, what is selected at the bottom. */
export function RequestListPane({ query, items, next }: ListProps) {
  const { t } = useTranslation('desk');
  const { home, may } = useDesk();
  const { requestId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const selection = useSelection(items);
  const rows = useRowFocus();
  const columns = useColumns();
  const hidden = may.create ? columns.hidden : [...columns.hidden, 'select'];
  useKeys({
    next: () => rows.move(1),
    previous: () => rows.move(-1),
    ...(may.create
      ? { select: (event: KeyboardEvent) => selection.toggle(rows.focusedId(), event.shiftKey) }
      : {}),
    back: () => (selection.ids.size ? selection.clear() : requestId && navigate(`${home}/requests${search}`)),
  });
  return (
    <section className={list.pane} aria-label={t('list.title')}>
      {requestId ? null : <VisuallyHidden component="h1">{t('list.title')}</VisuallyHidden>}
      <RequestFilters query={query} columns={columns} />
      <div ref={rows.ref} className={list.scroll}>
        {items.length ? (
          <Rows query={query} items={items} hidden={hidden} selection={selection} openId={requestId} />
        ) : (
          <Nothing isFiltered={isNarrowed(query)} />
        )}
        <Paging query={query} next={next} />
      </div>
      <SelectionBar selection={selection} />
    </section>
  );
}

type RowsProps = {
  query: RequestQuery;
  items: RequestItem[];
  hidden: readonly string[];
  selection: Selection;
  openId: string | undefined;
};

function Rows({ query, items, hidden, selection, openId }: RowsProps) {
  return (
    <table className={`${list.table} ${styles.table}`} data-hidden={hidden.join(' ')}>
      <ListHead query={query} />
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

function Paging({ query, next }: Pick<ListProps, 'query' | 'next'>) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const address = `${home}/requests`;
  if (!next && !query.before) return null;
  return (
    <Group justify="space-between" px="md" py="sm">
      {query.before ? (
        <Anchor component={Link} to={address + searchOf({ ...query, ...firstPage })}>
          ← {t('list.first')}
        </Anchor>
      ) : (
        <span />
      )}
      {next ? (
        <Anchor component={Link} to={address + searchOf({ ...query, ...next })}>
          {t('list.next')} →
        </Anchor>
      ) : null}
    </Group>
  );
}
