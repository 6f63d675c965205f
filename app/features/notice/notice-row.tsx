import { ActionIcon } from '@mantine/core';
import {
  IconAlarm,
  IconAt,
  IconCalendarUser,
  IconCheck,
  IconGauge,
  IconHeartHandshake,
  IconMailX,
  IconMessage,
  IconPhoneOff,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import { type NoticeKind, planningNews, type Told } from './notice.ts';
import styles from './notices-page.module.css';
import type { ListedNotice } from './read-notices.ts';
import { useNoticeWords } from './use-notice-words.ts';

const icons: Record<NoticeKind, TablerIcon> = {
  alarm: IconAlarm,
  mention: IconAt,
  'goodwill-asked': IconHeartHandshake,
  'goodwill-answered': IconHeartHandshake,
  'reply-failed': IconMailX,
  follow: IconMessage,
  restoration: IconPhoneOff,
  drift: IconGauge,
  shift: IconCalendarUser,
};

/** One notice in one line: what, in which case, when. Its link opens the case. */
export function NoticeRow({ notice }: { notice: ListedNotice }) {
  const { t } = useTranslation('notice');
  const { home, workplace, format, now } = useDesk();
  const words = useNoticeWords();
  const { number, subject, at, told } = notice;
  const Icon = icons[told.kind];
  const isUnread = notice.readAt === null;
  return (
    <li className={styles.row} data-unread={isUnread || undefined}>
      {isUnread ? <span className={styles.dot} role="img" aria-label={t('isUnread')} /> : null}
      <Link
        to={notice.caseId ? `${home}/cases/${notice.caseId}` : `/t/${workplace.slug}/${pageOf(told)}`}
        className={styles.link}
        data-row={notice.id}
      >
        <Icon size={16} stroke={1.6} aria-hidden className={styles.icon} />
        <span className={styles.text}>
          <span className={styles.words}>{words(notice)}</span>
          {number === null ? null : (
            <span className={styles.case}>{t('case', { number, subject: subject ?? '' })}</span>
          )}
        </span>
      </Link>
      <time className={styles.time} dateTime={at.toISOString()} title={format.moment(at)}>
        {format.stamp(at, now)}
      </time>
      <span className={styles.mark}>{isUnread ? <MarkOne notice={notice} /> : null}</span>
    </li>
  );
}

/** Where a notice that is about no case leads. */
function pageOf(told: Told): string {
  if (told.kind === 'drift') return 'plan/debt/forecast';
  if (told.kind !== 'shift') return 'lead/suspensions';
  if (told.news === 'sick') return `plan/shifts/sickness/${told.id}`;
  const isForPlanner = planningNews.some((news) => news === told.news);
  return isForPlanner ? 'plan/shifts/asks' : 'desk/shifts';
}

function MarkOne({ notice: { id, number } }: { notice: ListedNotice }) {
  const { t } = useTranslation('notice');
  const { home } = useDesk();
  const fetcher = useFetcher();
  useRefusalNotice(fetcher.data);
  const label = number === null ? t('markThis') : t('markOne', { number });
  return (
    <fetcher.Form method="post" action={`${home}/notices/${id}/reading`}>
      <ActionIcon type="submit" size="sm" aria-label={label} title={label}>
        <IconCheck size={14} />
      </ActionIcon>
    </fetcher.Form>
  );
}
