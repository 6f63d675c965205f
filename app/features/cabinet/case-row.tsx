import { useTranslation } from 'react-i18next';
import styles from './cabinet.module.css';
import { CabinetRow } from './cabinet-page.tsx';
import type { Overview } from './read-overview.ts';
import { useCabinet } from './use-cabinet.ts';

type OwnCase = Overview['openCases'][number];

export const caseRowOf = (row: OwnCase) => <CaseRow key={row.id} row={row} />;

/** A conversation: what it is about and whose turn it is. */
function CaseRow({ row }: { row: OwnCase }) {
  const { t } = useTranslation('cabinet');
  const { home, format } = useCabinet();
  const { id, number, subject, state, kind, changedAt, isUnread } = row;
  const what = kind === 'complaint' ? t('case.complaintNumber', { number }) : t('case.number', { number });
  return (
    <CabinetRow
      to={`${home}/cases/${id}`}
      title={subject}
      note={`${what} · ${format.day(changedAt)}`}
      isNew={isUnread}
      aside={
        <span className={styles.state} data-state={state}>
          {isUnread ? t('case.newReply') : t(`case.state.${state}`)}
        </span>
      }
    />
  );
}
