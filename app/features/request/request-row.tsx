import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
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

/** One request in one line. The whole line opens it; its link is what the keyboard walks over. */
export function RequestRow({ item, isOpen, isSelected, onSelect }: RowProps) {
  const { t } = useTranslation(['desk', 'request']);
  const { home, format, now, carrierTitle } = useDesk();
  const { search } = useLocation();
  const navigate = useNavigate();
  const subjectText = useSubjectText();
  const to = `${home}/requests/${item.id}${search}`;
  return (
    <tr
      className={styles.row}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      onClick={() => navigate(to)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the box does not open the request */}
      <td data-column="select" onClick={(event) => event.stopPropagation()}>
        <label className={styles.box}>
          {/* A plain box: fifty of the library's own are a third of the page. */}
          <input
            type="checkbox"
            aria-label={t('list.select', { number: item.number })}
            checked={isSelected}
            onChange={(event) => onSelect(item.id, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </label>
      </td>
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
        <span className={styles.who}>
          <span className={styles.name}>{item.who}</span>
          <span className={styles.masked}>{item.maskedNumber}</span>
        </span>
      </td>
      <td data-column="what">
        {t(`request:kind.${item.kind}`)}
        {item.subject ? <span className={styles.quiet}>{subjectText(item.subject)}</span> : null}
      </td>
      <td data-column="carrier">{carrierTitle(item.carrier)}</td>
      <td data-column="author">{item.author}</td>
      <td data-column="when">
        <time dateTime={item.createdAt.toISOString()} title={format.moment(item.createdAt)}>
          {format.stamp(item.createdAt, now)}
        </time>
      </td>
    </tr>
  );
}
