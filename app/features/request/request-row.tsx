import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import list from '#app/components/item-list.module.css';
import { ItemRow } from '#app/components/item-row.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { RequestItem } from './request-item.ts';
import styles from './request-list-pane.module.css';
import { RequestStateChip } from './request-state-chip.tsx';
import { useSubjectText } from './use-subject-text.ts';

type RowProps = {
  item: RequestItem;
  isOpen: boolean;
  isSelected: boolean;
  onSelect(id: string, isRange: boolean): void;
};

/** One request in one line. */
export function RequestRow({ item, isOpen, isSelected, onSelect }: RowProps) {
  const { t } = useTranslation(['desk', 'request']);
  const { home, format, now, carrierTitle } = useDesk();
  const { search } = useLocation();
  const subjectText = useSubjectText();
  const to = `${home}/requests/${item.id}${search}`;
  return (
    <ItemRow
      id={item.id}
      to={to}
      label={t('list.select', { number: item.number })}
      isOpen={isOpen}
      isSelected={isSelected}
      onSelect={onSelect}
    >
      <td data-column="state">
        <RequestStateChip state={item.state} />
      </td>
      <td data-column="number">
        <Link
          to={to}
          data-row={item.id}
          aria-current={isOpen}
          prefetch="intent"
          onClick={(event) => event.stopPropagation()}
        >
          {item.number}
        </Link>
      </td>
      <td data-column="who">
        <span className={list.who}>
          <span className={list.name}>{item.who}</span>
          <span className={list.quiet}>{item.maskedNumber}</span>
        </span>
      </td>
      <td data-column="what">
        {t(`request:kind.${item.kind}`)}
        {item.subject ? <span className={styles.subject}>{subjectText(item.subject)}</span> : null}
      </td>
      <td data-column="carrier">{carrierTitle(item.carrier)}</td>
      <td data-column="author">{item.author}</td>
      <td data-column="when">
        <time dateTime={item.createdAt.toISOString()} title={format.moment(item.createdAt)}>
          {format.stamp(item.createdAt, now)}
        </time>
      </td>
    </ItemRow>
  );
}
