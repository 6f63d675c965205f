import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './request-list-pane.module.css';
import { firstPage, type RequestQuery, type RequestSort, searchOf } from './request-query.ts';

const columns = ['state', 'number', 'who', 'what', 'carrier', 'author', 'when'] as const;
type Column = (typeof columns)[number];

/** The order a heading leads to. Numbers are counted up, so they and the time are one order. */
function sortBehind(column: Column, sort: RequestSort): RequestSort | null {
  if (column === 'state') return sort === 'state' ? 'newest' : 'state';
  if (column === 'number' || column === 'when') return sort === 'newest' ? 'oldest' : 'newest';
  return null;
}

/** The headings of the list; those the list can be sorted by lead there. */
export function ListHead({ query }: { query: RequestQuery }) {
  return (
    <thead>
      <tr>
        <td data-column="select" />
        {columns.map((column) => (
          <Heading key={column} column={column} query={query} />
        ))}
      </tr>
    </thead>
  );
}

function Heading({ column, query }: { column: Column; query: RequestQuery }) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const name = t(`list.column.${column}`);
  const next = sortBehind(column, query.sort);
  const isSorted = next !== null && (column === 'state') === (query.sort === 'state');
  const direction = isSorted ? (query.sort === 'newest' ? 'descending' : 'ascending') : undefined;
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <th data-column={column} aria-sort={direction}>
      {next ? (
        <Link
          className={styles.sort}
          to={`${home}/requests${searchOf({ ...query, ...firstPage, sort: next })}`}
        >
          {name}
          {direction ? <Arrow size={12} aria-hidden /> : null}
        </Link>
      ) : (
        name
      )}
    </th>
  );
}
