import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { Channel } from '#app/features/contact/contact.ts';
import styles from './game.module.css';
import type { OwnRanking } from './read-own-game.ts';

/** Where one stands by quality in each channel he works in: the nearest, and how sure all of it is. */
export function OwnRankings({ rankings }: { rankings: OwnRanking[] }) {
  const { t } = useTranslation('game');
  return (
    <Section title={t('quality')} note={t('qualityNote')}>
      {rankings.length === 0 ? <Text c="dimmed">{t('noReviews')}</Text> : null}
      {rankings.map((ranking) => (
        <QueueRows key={ranking.queue} ranking={ranking} />
      ))}
    </Section>
  );
}

function QueueRows({ ranking: { queue, of, missing, near } }: { ranking: OwnRanking }) {
  const { t } = useTranslation(['game', 'case']);
  const title = t('queue', { queue: t(`case:channel.${queue as Channel}`).toLowerCase() });
  const own = near.find(({ isOwn }) => isOwn);
  const standing = own ? t('place', { place: own.place, of }) : t('missing', { count: missing });
  return (
    <div>
      <Text fw={600} mb={4}>
        {title} <span className={styles.quiet}>— {standing}</span>
      </Text>
      <ol className={styles.rows}>
        {near.map((line) => (
          <RankedRow key={`${line.place} ${line.name}`} line={line} />
        ))}
      </ol>
    </div>
  );
}

function RankedRow({ line }: { line: OwnRanking['near'][number] }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const [low, high] = [Math.max(0, line.low), Math.min(100, line.high)];
  const percent = (value: number) => format.count(Math.round(value));
  return (
    <li className={line.isOwn ? `${styles.ranked} ${styles.own}` : styles.ranked}>
      <span>{line.place}</span>
      <span>
        {line.name}
        {line.isOwn ? <span className={styles.quiet}> · {t('you')}</span> : null}
      </span>
      <span className={styles.scale} aria-hidden>
        <span className={styles.range} style={{ left: `${low}%`, width: `${high - low}%` }} />
        <span className={styles.mark} style={{ left: `${line.estimate}%` }} />
      </span>
      <span className={styles.number} title={t('reviews', { count: line.n })}>
        {t('interval', { estimate: percent(line.estimate), low: percent(low), high: percent(high) })}
      </span>
    </li>
  );
}
