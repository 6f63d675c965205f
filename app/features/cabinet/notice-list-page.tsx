import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import styles from './cabinet.module.css';
import { CabinetPage } from './cabinet-page.tsx';
import type { Profile } from './read-profile.ts';
import { useCabinet } from './use-cabinet.ts';

export type OwnNotice = {
  id: string;
  purpose: Profile['offers'][number]['purpose'] | 'answer' | 'access' | 'collection';
  subject: string | null;
  content: string;
  receivableId: string | null;
  at: Date;
  readAt: Date | null;
};

/** What was put before him here; opening one is what marks it read. */
export function NoticeListPage({ notices }: { notices: OwnNotice[] }) {
  const { t } = useTranslation('cabinet');
  return (
    <CabinetPage title={t('nav.notices')} note={t('notice.note')}>
      {notices.length === 0 ? (
        <NothingHere text={t('notice.none')} hint={t('notice.noneHint')} />
      ) : (
        <div className={styles.notices}>
          {notices.map((notice) => (
            <Notice key={notice.id} notice={notice} />
          ))}
        </div>
      )}
    </CabinetPage>
  );
}

function Notice({ notice }: { notice: OwnNotice }) {
  const { t } = useTranslation('cabinet');
  const { home, format } = useCabinet();
  const fetcher = useFetcher();
  const { id, purpose, subject, content, receivableId, at, readAt } = notice;
  const isNew = readAt === null && fetcher.state === 'idle' && fetcher.data === undefined;
  const read = () => {
    if (readAt) return;
    void fetcher.submit(null, { method: 'post', action: `${home}/notices/${id}/reading` });
  };
  return (
    <details
      className={styles.notice}
      data-new={isNew}
      onToggle={(event) => event.currentTarget.open && read()}
    >
      <summary>
        <span className={styles.rowText}>
          <span className={isNew ? styles.rowNew : styles.rowTitle}>
            {subject ?? t(`notice.purpose.${purpose}`)}
          </span>
          <span className={styles.quiet}>{format.moment(at)}</span>
        </span>
        {isNew ? <span className={styles.state}>{t('notice.new')}</span> : null}
      </summary>
      <div className={styles.body}>{content}</div>
      {receivableId ? <Link to={`${home}/debts/${receivableId}`}>{t('notice.toDebt')}</Link> : null}
    </details>
  );
}
