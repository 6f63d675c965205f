import { useTranslation } from 'react-i18next';
import { minutesOf, type Period } from './calendar.ts';
import styles from './calendar-picture.module.css';
import { writePeriods } from './periods-text.ts';

const dayMinutes = 1440;

/** Seven days of twenty-four hours: what a night takes of the next day stands in that day. */
export function WeekPicture({ week }: { week: readonly Period[][] }) {
  const { t } = useTranslation('sla');
  const days = week.map((periods, index) => [...tails(week.at(index - 1) ?? []), ...heads(periods)]);
  return (
    <figure className={styles.week} aria-label={t('calendar.weekPicture')}>
      {days.map((bars, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week never move
        <div key={index} className={styles.row}>
          <span className={styles.day}>{t(`weekday.${weekdays[index] ?? 'mon'}`)}</span>
          <div
            className={styles.hours}
            role="img"
            aria-label={writePeriods(week[index] ?? []) || t('calendar.off')}
          >
            {bars.map(({ from, to }) => (
              <span
                key={from}
                className={styles.bar}
                style={{
                  left: `${(from / dayMinutes) * 100}%`,
                  width: `${((to - from) / dayMinutes) * 100}%`,
                }}
              />
            ))}
          </div>
        </div>
      ))}
      <div className={styles.row} aria-hidden>
        <span className={styles.day} />
        <div className={styles.scale}>
          {[0, 6, 12, 18, 24].map((hour) => (
            <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
              {hour}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function heads(periods: readonly Period[]) {
  return periods.map(minutesOf).map(({ from, to }) => ({ from, to: Math.min(to, dayMinutes) }));
}

/** What the nights of the day before leave to this one. */
function tails(before: readonly Period[]) {
  return before
    .map(minutesOf)
    .filter(({ to }) => to > dayMinutes)
    .map(({ to }) => ({ from: 0, to: to - dayMinutes }));
}
