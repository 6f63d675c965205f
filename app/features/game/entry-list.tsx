import { Anchor, Badge, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { EntryReasons } from './entry-reasons.tsx';
import styles from './game.module.css';
import type { EntryItem } from './read-own-game.ts';

/** Every change of one's points, newest first; one press tells why it is so many. */
export function EntryList({ entries }: { entries: EntryItem[] }) {
  const { t } = useTranslation('game');
  return (
    <Section title={t('why')} note={t('whyNote')}>
      {entries.length === 0 ? <Text c="dimmed">{t('noEntries')}</Text> : null}
      <div>
        {entries.map((entry) => (
          <EntryRow key={entry.seq} entry={entry} />
        ))}
      </div>
    </Section>
  );
}

function EntryRow({ entry }: { entry: EntryItem }) {
  const { t } = useTranslation('game');
  const { format, now, home } = useDesk();
  const { applied, kind, caseNumber } = entry;
  const subject = caseNumber === null ? '' : ` · ${t('link.case', { number: caseNumber })}`;
  return (
    <details className={styles.entry}>
      <summary>
        <IconChevronRight size={14} aria-hidden />
        <span className={styles.stamp}>{format.stamp(entry.occurredAt, now)}</span>
        <span className={styles.what}>
          {t(`event.${entry.event}`)}
          <span className={styles.quiet}>{subject}</span>
        </span>
        <span className={styles.state}>
          <EntryState isReversal={kind === 'reversal'} isFinal={entry.finalAt === null} />
        </span>
        <strong className={styles.number}>
          {applied > 0 ? '+' : applied < 0 ? '−' : ''}
          {t('points', { count: Math.abs(applied) })}
        </strong>
      </summary>
      <div className={styles.why}>
        <EntryReasons entry={entry} />
        <EntryLinks entry={entry} home={home} />
      </div>
    </details>
  );
}

function EntryState({ isReversal, isFinal }: { isReversal: boolean; isFinal: boolean }) {
  const { t } = useTranslation('game');
  if (isReversal) {
    return (
      <Badge color="red" variant="light" size="sm" tt="none">
        {t('reversal')}
      </Badge>
    );
  }
  return isFinal ? null : (
    <Badge color="gray" variant="light" size="sm" tt="none">
      {t('provisional')}
    </Badge>
  );
}

function EntryLinks({ entry: { why, caseNumber }, home }: { entry: EntryItem; home: string }) {
  const { t } = useTranslation('game');
  const links = [
    [why?.reviewId, `${home}/reviews/${why?.reviewId}`, t('link.review')],
    [why?.requestId, `${home}/requests/${why?.requestId}`, t('link.request')],
    [why?.caseId, `${home}/cases/${why?.caseId}`, t('link.case', { number: caseNumber ?? '' })],
    [why?.articleId, `${home}/knowledge/${why?.articleId}`, t('link.article')],
  ] as const;
  return (
    <div style={{ display: 'flex', gap: 16 }}>
      {links.map(([id, to, label]) =>
        id ? (
          <Anchor key={to} component={Link} to={to} size="sm">
            {label}
          </Anchor>
        ) : null,
      )}
    </div>
  );
}
