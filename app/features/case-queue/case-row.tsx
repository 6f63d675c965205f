import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import list from '#app/components/item-list.module.css';
import { ItemRow } from '#app/components/item-row.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ageOf } from '#app/features/case/age.ts';
import { isOpenCase } from '#app/features/case/case.ts';
import { CaseClock } from '#app/features/case/case-clock.tsx';
import { CaseStateChip } from '#app/features/case/case-state-chip.tsx';
import { ChannelIcon } from '#app/features/case/channel-icon.tsx';
import { PriorityMark } from '#app/features/case/priority-mark.tsx';
import type { ListedCase } from '#app/features/case/read-case-list.ts';
import styles from './case-list-pane.module.css';

type RowProps = {
  item: ListedCase;
  at: number;
  isOpen: boolean;
  isSelected: boolean;
  onSelect(id: string, isRange: boolean): void;
};

/** One case in one line. */
export function CaseRow({ item, at, isOpen, isSelected, onSelect }: RowProps) {
  const { t } = useTranslation('case');
  const { home, format, now, carrierTitle } = useDesk();
  const { search } = useLocation();
  const to = `${home}/cases/${item.id}${search}`;
  const age = ageOf(item.createdAt, now);
  return (
    <ItemRow
      id={item.id}
      to={to}
      label={t('list.select', { number: item.number })}
      className={classesOf(item)}
      isOpen={isOpen}
      isSelected={isSelected}
      onSelect={onSelect}
    >
      <td data-column="who">
        <span className={list.who}>
          {item.isUnread ? <span className={styles.dot} role="img" aria-label={t('list.unread')} /> : null}
          <span className={list.name}>{item.who ?? t('list.unknown')}</span>
          <span className={`${list.quiet} ${styles.hideable}`}>{item.maskedNumber}</span>
        </span>
      </td>
      <td data-column="what">
        <span className={styles.what}>
          <ChannelIcon channel={item.channel} />
          <PriorityMark priority={item.priority} />
          <Link
            to={to}
            className={styles.subject}
            data-row={item.id}
            aria-current={isOpen}
            prefetch="intent"
            onClick={(event) => event.stopPropagation()}
          >
            {item.subject}
          </Link>
          <span className={`${list.quiet} ${styles.kind}`}>{t(`kind.${item.kind}`)}</span>
        </span>
      </td>
      <td data-column="carrier">{item.carrier ? carrierTitle(item.carrier) : null}</td>
      <td data-column="state">
        <CaseStateChip state={item.state} />
      </td>
      <td data-column="clock">
        <CaseClock caseId={item.id} clock={item.clock} at={at} />
      </td>
      <td data-column="age">
        <time dateTime={item.createdAt.toISOString()} title={format.moment(item.createdAt)}>
          {t(`age.${age.unit}`, { n: age.n })}
        </time>
      </td>
      <td data-column="agent">
        {item.assignee ?? <span className={list.quiet}>{t('list.nobodyYet')}</span>}
      </td>
    </ItemRow>
  );
}

function classesOf({ isUnread, state }: ListedCase): string {
  return [isUnread && styles.unread, !isOpenCase(state) && styles.over].filter(Boolean).join(' ');
}
