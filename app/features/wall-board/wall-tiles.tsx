import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { useSpan } from '#app/components/use-span.ts';
import type { WallBoard } from './read-wall-board.ts';
import styles from './wall-board.module.css';
import { figureOf, useWholePercent } from './wall-figures.tsx';
import { WallTile } from './wall-tile.tsx';

export function PeopleTile({ people, planned }: Pick<WallBoard, 'people' | 'planned'>) {
  const { t } = useTranslation('wall');
  const { format } = useDesk();
  return (
    <WallTile title={t('people')}>
      <ul className={styles.row}>
        {(['online', 'busy', 'away'] as const).map((state) => (
          <li key={state}>
            <b className={styles.figure}>{format.count(people[state])}</b>
            <span>{t(state)}</span>
          </li>
        ))}
      </ul>
      {planned > 0 ? <span className={styles.quiet}>{t('planned', { count: planned })}</span> : null}
    </WallTile>
  );
}

/** Where the next hours have fewer people than are needed. */
export function NextTile({ gaps, isForetold }: Pick<WallBoard, 'gaps' | 'isForetold'>) {
  const { t } = useTranslation('wall');
  const { carrierTitle } = useDesk();
  const span = useSpan();
  return (
    <WallTile title={t('ahead')}>
      {gaps.length === 0 ? (
        <span className={styles.quiet}>{t(isForetold ? 'enough' : 'notForetold')}</span>
      ) : (
        <ul className={styles.lines}>
          {gaps.map(({ from, to, skill, most }) => (
            <li key={`${from} ${skill}`} className={styles.bad}>
              {t('gap', {
                span: span(from, to),
                skill: skill === '' ? t('anySkill') : carrierTitle(skill),
                most,
              })}
            </li>
          ))}
        </ul>
      )}
    </WallTile>
  );
}

export function SolvedTile({ today }: Pick<WallBoard, 'today'>) {
  const { t } = useTranslation('wall');
  const { format } = useDesk();
  const percent = useWholePercent();
  const shares = [
    ['firstLine', figureOf(today, 'solvedOnFirstLine')?.value ?? null],
    ['firstResponse', figureOf(today, 'firstResponse')?.value ?? null],
  ] as const;
  return (
    <WallTile title={t('solved')}>
      <b className={styles.figure}>{format.count(figureOf(today, 'solved')?.numerator ?? 0)}</b>
      {shares.map(([name, share]) =>
        share === null ? null : (
          <span key={name} className={styles.quiet}>
            {t(name, { share: percent(share) })}
          </span>
        ),
      )}
    </WallTile>
  );
}

export function BacklogTile({ backlog }: Pick<WallBoard, 'backlog'>) {
  const { t } = useTranslation('wall');
  const { format, carrierTitle } = useDesk();
  return (
    <WallTile title={t('backlog')}>
      {backlog.length === 0 ? (
        <span className={styles.quiet}>{t('allSolved')}</span>
      ) : (
        <ul className={styles.table}>
          {backlog.map(({ carrier, open, late }) => (
            <li key={carrier}>
              <span>{carrier === '-' ? t('unknown') : carrierTitle(carrier)}</span>
              <b>{format.count(open)}</b>
              <span className={styles.bad}>{late > 0 ? t('late', { count: late }) : ''}</span>
            </li>
          ))}
        </ul>
      )}
    </WallTile>
  );
}

export function IncidentTile({ incidents }: Pick<WallBoard, 'incidents'>) {
  const { t } = useTranslation('wall');
  const { format } = useDesk();
  return (
    <section
      className={styles.incidents}
      aria-label={t('incidents')}
      data-quiet={incidents.length === 0 || undefined}
    >
      {incidents.length === 0
        ? t('noIncidents')
        : incidents.map(({ number, title, since }) => (
            <span key={number}>
              ▲ {title}, {t('since', { time: format.clock(new Date(since)).slice(0, 5) })}
            </span>
          ))}
    </section>
  );
}
