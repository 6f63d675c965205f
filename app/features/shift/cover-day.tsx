import { useTranslation } from 'react-i18next';
import type { RosterView } from './read-roster.ts';
import styles from './roster-grid.module.css';

const height = 28;

/** One day's half hours: a bar for who is there, a line for who is needed, and in words how much is missing. */
export function CoverDay({ cover, day }: { cover: RosterView['cover']; day: number }) {
  const { t } = useTranslation('shift');
  if (!cover.isKnown) return <small className={styles.covered}>{t('needUnknown')}</small>;
  const slots = sumOf(cover, day);
  const most = Math.max(1, ...slots.flatMap(({ wanted, there }) => [wanted, there]));
  const missing = slots.reduce((sum, one) => sum + one.missing, 0) / 2;
  const said = missing === 0 ? t('covered') : t('missing', { hours: missing });
  return (
    <>
      <svg
        className={styles.cover}
        viewBox={`0 0 ${slots.length} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
      >
        {slots.map(({ there, wanted, missing: short }, slot) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: half hours of a day never move
          <g key={slot}>
            <rect
              className={styles.there}
              x={slot}
              width={1}
              y={height - scale(there)}
              height={scale(there)}
            />
            {short > 0 ? (
              <rect
                className={styles.short}
                x={slot}
                width={1}
                y={height - scale(wanted)}
                height={Math.max(1.5, scale(wanted) - scale(there))}
              />
            ) : null}
            <rect
              className={styles.wanted}
              x={slot}
              width={1}
              y={height - scale(wanted) - 0.6}
              height={1.2}
            />
          </g>
        ))}
      </svg>
      <small className={styles.covered} {...(missing > 0 ? { 'data-short': '' } : {})}>
        {said}
      </small>
    </>
  );

  function scale(people: number): number {
    return (people / most) * (height - 2);
  }
}

/** All skills together; what one skill lacks another's surplus does not fill. */
export function sumOf({ skills, dayStarts }: RosterView['cover'], day: number) {
  const from = dayStarts[day] ?? 0;
  const to = dayStarts[day + 1] ?? skills[0]?.wanted.length ?? from;
  return Array.from({ length: to - from }, (_, place) => {
    const slot = from + place;
    const of = (reckon: (wanted: number, there: number) => number) =>
      skills.reduce((sum, { wanted, there }) => sum + reckon(wanted[slot] ?? 0, there[slot] ?? 0), 0);
    return {
      wanted: of((wanted) => wanted),
      there: of((_wanted, there) => there),
      missing: of((wanted, there) => Math.max(0, wanted - there)),
    };
  });
}
