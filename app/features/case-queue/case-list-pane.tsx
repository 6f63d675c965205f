import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import list from '#app/components/item-list.module.css';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys } from '#app/components/use-keys.ts';
import { useRowFocus } from '#app/components/use-row-focus.ts';
import { useCaseDeeds } from '#app/features/case/case-deeds.ts';
import { type CaseQuery, searchOfCases } from '#app/features/case/case-query.ts';
import type { ListedCase } from '#app/features/case/read-case-list.ts';
import { type Selection, useSelection } from '#app/features/request/use-selection.ts';
import { BulkBar } from './bulk-bar.tsx';
import { CaseFilters } from './case-filters.tsx';
import { CaseListEmpty, CaseListPaging } from './case-list-ends.tsx';
import styles from './case-list-pane.module.css';
import { CaseRow } from './case-row.tsx';

type ListProps = { query: CaseQuery; items: ListedCase[]; next: string | null; at: number };

/** The queue: filters, one line a case, what is selected at the bottom. */
export function CaseListPane({ query, items: read, next, at }: ListProps) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const { caseId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { patched } = useCaseDeeds();
  const items = useMemo(() => read.map(patched), [read, patched]);
  const selection = useSelection(items);
  const rows = useRowFocus();
  useKeys({
    next: () => rows.move(1),
    previous: () => rows.move(-1),
    select: (event) => selection.toggle(rows.focusedId(), event.shiftKey),
    back: () => (selection.ids.size ? selection.clear() : caseId && navigate(`${home}/cases${search}`)),
  });
  return (
    <section className={list.pane} aria-label={t('pane.list')}>
      {caseId ? null : <VisuallyHidden component="h1">{t('list.title')}</VisuallyHidden>}
      <CaseFilters query={query} />
      <div ref={rows.ref} className={list.scroll}>
        {items.length ? (
          <Rows items={items} at={at} selection={selection} openId={caseId} />
        ) : (
          <CaseListEmpty isFiltered={searchOfCases({ ...query, sort: 'due' }) !== ''} />
        )}
        <CaseListPaging query={query} next={next} />
      </div>
      <BulkBar selection={selection} query={query} hasMore={next !== null || query.after !== null} />
    </section>
  );
}

type RowsProps = { items: ListedCase[]; at: number; selection: Selection; openId: string | undefined };

function Rows({ items, at, selection, openId }: RowsProps) {
  const { t } = useTranslation('case');
  return (
    <table className={`${list.table} ${styles.table}`}>
      <thead>
        <tr>
          <td data-column="select" />
          {(['who', 'what', 'carrier', 'state', 'clock', 'age', 'agent'] as const).map((column) => (
            <th key={column} data-column={column}>
              {t(`list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <CaseRow
            key={item.id}
            item={item}
            at={at}
            isOpen={item.id === openId}
            isSelected={selection.ids.has(item.id)}
            onSelect={selection.toggle}
          />
        ))}
      </tbody>
    </table>
  );
}
