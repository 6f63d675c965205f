import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { sumOf } from './cover-day.tsx';
import { MonthCell } from './month-cell.tsx';
import styles from './month-grid.module.css';
import type { RosterView } from './read-roster.ts';
import type { OpenedCell } from './roster-grid.tsx';
import type { RosterEdits } from './use-roster-edits.ts';
import { useShiftKeys } from './use-shift-keys.ts';
import { weekdayOf } from './work-calendar.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Props = { view: RosterView; edits: RosterEdits; onOpen(cell: OpenedCell): void };

/** The whole plan at a glance, to be printed as well: people by days, one cell in the order of tabulation, hours at the end. */
export function MonthGrid({ view, edits, onOpen }: Props) {
  const { t } = useTranslation('shift');
  const { people, dates, shares } = view;
  const [focused, setFocused] = useState<OpenedCell>({ person: 0, day: 0 });
  const keys = useShiftKeys({ view, edits, open: onOpen });
  const minutes = new Map(shares.map((share) => [share.userId, share.minutes]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={t('monthGrid')} tabIndex={0}>
      <table className={styles.grid} data-roster>
        <thead>
          <tr>
            <th scope="col" className={styles.person}>
              {t('person')}
            </th>
            {dates.map((date) => (
              <DayHead key={date} date={date} />
            ))}
            <th scope="col" className={styles.sum}>
              {t('share.hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, row) => (
            <tr key={person.userId}>
              <th scope="row" className={styles.person}>
                {person.name}
              </th>
              {dates.map((date, day) => (
                <MonthCell
                  key={date}
                  person={person}
                  date={date}
                  place={{ person: row, day }}
                  isStop={focused.person === row && focused.day === day}
                  onFocus={() => setFocused({ person: row, day })}
                  onKeys={keys}
                  onOpen={() => onOpen({ person: row, day })}
                />
              ))}
              <td className={styles.sum}>{t('hours', { hours: (minutes.get(person.userId) ?? 0) / 60 })}</td>
            </tr>
          ))}
        </tbody>
        {view.cover.isKnown ? <MissingRow view={view} /> : null}
      </table>
    </section>
  );
}

function DayHead({ date }: { date: string }) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const weekday = weekdayOf(date);
  return (
    <th scope="col" {...(weekday > 5 ? { 'data-weekend': '' } : {})}>
      <Link
        to={`?from=${date}&day=${date}`}
        aria-label={format.day(new Date(`${date}T12:00Z`))}
        preventScrollReset
      >
        <small>{t(`weekday.${weekdays[weekday - 1] ?? 'mon'}`)}</small>
        {Number(date.slice(8))}
      </Link>
    </th>
  );
}

/** Of each day, how many hours of people are missing. */
function MissingRow({ view: { cover, dates } }: Pick<Props, 'view'>) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const missing = dates.map((_, day) => sumOf(cover, day).reduce((sum, slot) => sum + slot.missing, 0) / 2);
  return (
    <tfoot>
      <tr>
        <th scope="row" className={styles.person}>
          {t('missingHours')}
        </th>
        {missing.map((hours, day) => (
          <td key={dates[day]} {...(hours > 0 ? { 'data-short': '' } : {})}>
            {hours > 0 ? format.count(Math.round(hours)) : '·'}
          </td>
        ))}
        <td className={styles.sum}>
          {t('hours', { hours: missing.reduce((sum, hours) => sum + hours, 0) })}
        </td>
      </tr>
    </tfoot>
  );
}
