import { ActionIcon } from '@mantine/core';
import { IconMaximize, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys, useShownKey } from '#app/components/use-keys.ts';
import type { WallBoard } from './read-wall-board.ts';
import { useWaitText } from './use-wait-text.ts';
import { useWallBoard } from './use-wall-board.ts';
import styles from './wall-board.module.css';
import { LevelTile, WaitingTile } from './wall-figures.tsx';
import { BacklogTile, IncidentTile, NextTile, PeopleTile, SolvedTile } from './wall-tiles.tsx';

/** For a screen that the whole floor sees from its places: how things stand now, and nobody by name. */
export function WallBoardPage({ first }: { first: WallBoard }) {
  const { workplace, home, format } = useDesk();
  const { t } = useTranslation('wall');
  const waitText = useWaitText();
  const { board, ageMs, isLost } = useWallBoard(first, `${home}/wall-board/figures`);
  const time = format.clock(new Date(board.at));
  return (
    <div className={styles.wall} data-lost={isLost || undefined}>
      <header className={styles.head}>
        <h1>{workplace.name}</h1>
        <span className={styles.quiet}>{t('asOf', { time })}</span>
        <WallButtons />
      </header>
      <p className={styles.lost} role="status">
        {isLost ? t('lost', { time, age: waitText(ageMs) }) : ''}
      </p>
      <div className={styles.tiles}>
        <WaitingTile waiting={board.waiting} at={board.at + ageMs} />
        <LevelTile today={board.today} />
        <PeopleTile people={board.people} planned={board.planned} />
        <NextTile gaps={board.gaps} isForetold={board.isForetold} />
        <SolvedTile today={board.today} />
        <BacklogTile backlog={board.backlog} />
      </div>
      <IncidentTile incidents={board.incidents} />
    </div>
  );
}

function WallButtons() {
  const { t } = useTranslation('wall');
  const { home } = useDesk();
  const shownKey = useShownKey();
  useKeys({ fullScreen: switchFullScreen });
  return (
    <div className={styles.buttons}>
      <ActionIcon
        size="lg"
        aria-label={t('fullScreen')}
        title={`${t('fullScreen')} · ${shownKey('fullScreen')}`}
        aria-keyshortcuts={shownKey('fullScreen')}
        onClick={switchFullScreen}
      >
        <IconMaximize size={20} />
      </ActionIcon>
      <ActionIcon size="lg" component={Link} to={home} aria-label={t('leave')}>
        <IconX size={20} />
      </ActionIcon>
    </div>
  );
}

/** A browser may refuse: then the page stays as it is. */
function switchFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  void done.catch(() => undefined);
}
