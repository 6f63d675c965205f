import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { MetricKey } from '#app/features/metric/metric.ts';
import { useFigureWords } from '#app/features/metric/use-figure-words.ts';
import type { WallBoard } from './read-wall-board.ts';
import { useWaitText } from './use-wait-text.ts';
import styles from './wall-board.module.css';
import { WallTile } from './wall-tile.tsx';

/** How many wait in what, and the longest of each. `at`: this moment by the clock of the figures. */
export function WaitingTile({ waiting, at }: Pick<WallBoard, 'waiting'> & { at: number }) {
  const { t } = useTranslation('wall');
  const { format } = useDesk();
  const waitText = useWaitText();
  return (
    <WallTile title={t('waiting')}>
      <ul className={styles.row}>
        {waiting.map(({ channel, waiting: count, since }) => (
          <li key={channel}>
            <b className={styles.figure}>{format.count(count)}</b>
            <span>{t(`of.${channel}`)}</span>
            <span className={styles.quiet}>
              {since === null ? '' : t('longest', { time: waitText(at - since) })}
            </span>
          </li>
        ))}
      </ul>
    </WallTile>
  );
}

/** The share answered in time since midnight beside what was promised, in a word too. */
export function LevelTile({ today }: Pick<WallBoard, 'today'>) {
  const { t } = useTranslation('wall');
  const { format } = useDesk();
  const percent = useWholePercent();
  const level = figureOf(today, 'serviceLevel');
  if (!level || level.value === null)
    return (
      <WallTile title={t('level')}>
        <b className={styles.huge}>—</b>
        <span className={styles.quiet}>{t('noCalls')}</span>
      </WallTile>
    );
  const { value, numerator, denominator, target } = level;
  const isMissed = target !== null && numerator * 1000 < target * (denominator ?? 0);
  return (
    <WallTile title={t('level')}>
      <b className={styles.huge} data-bad={isMissed || undefined}>
        {percent(value)}
      </b>
      {target === null ? null : (
        <span className={isMissed ? styles.bad : styles.quiet}>
          {t(isMissed ? 'missed' : 'kept', { value: percent(target / 1000) })}
        </span>
      )}
      <span className={styles.quiet}>
        {t('inTime', { inTime: format.count(numerator), offered: format.count(denominator ?? 0) })}
      </span>
    </WallTile>
  );
}

export function figureOf(today: WallBoard['today'], metric: MetricKey) {
  return today.find((one) => one.metric === metric);
}

/** Whole per cent: from afar nobody reads more. */
export function useWholePercent(): (share: number) => string {
  const { write } = useFigureWords();
  return (share) => write('serviceLevel', Math.floor(share * 100) / 100);
}
