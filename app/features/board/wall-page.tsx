import { ActionIcon, Group } from '@mantine/core';
import { IconMaximize, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { GoalList } from './goal-list.tsx';
import type { Board } from './read-board.ts';
import type { Goal } from './read-goals.ts';
import { useLiveBoard } from './use-live-board.ts';
import styles from './wall.module.css';

export type WallProps = { season: string | null; today: Board | null; week: Board | null; goals: Goal[] };

/** For a screen that everybody on the floor sees: who is ahead today and this week, and the common goals. */
export function WallPage({ season, today, week, goals }: WallProps) {
  const { t } = useTranslation('game');
  const { workplace } = useDesk();
  useLiveBoard();
  return (
    <div className={styles.wall}>
      <header className={styles.head}>
        <h1>{workplace.name}</h1>
        <span className={styles.quiet}>{season ?? t('noSeason')}</span>
        <WallButtons />
      </header>
      <div className={styles.columns}>
        <WallBoard title={t('span.day')} board={today} />
        <WallBoard title={t('span.week')} board={week} />
        <section aria-label={t('boards.goals')} className={styles.goals}>
          <h2>{t('boards.goals')}</h2>
          <GoalList goals={goals} />
        </section>
      </div>
    </div>
  );
}

function WallButtons() {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  return (
    <Group gap={4} ml="auto">
      <ActionIcon
        size="lg"
        aria-label={t('boards.fullscreen')}
        onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
      >
        <IconMaximize size={18} />
      </ActionIcon>
      <ActionIcon size="lg" component={Link} to={`${home}/game/boards`} aria-label={t('boards.leaveWall')}>
        <IconX size={18} />
      </ActionIcon>
    </Group>
  );
}

function WallBoard({ title, board }: { title: string; board: Board | null }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {board === null || board.lines.length === 0 ? (
        <p className={styles.quiet}>{t('boards.empty')}</p>
      ) : (
        <ol className={styles.lines}>
          {board.lines.map(({ place, name, points }) => (
            <li key={`${place} ${name}`} data-first={place === 1 || undefined}>
              <span className={styles.place}>{place}</span>
              <span className={styles.name}>{name}</span>
              <span className={styles.points}>{format.count(points)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
