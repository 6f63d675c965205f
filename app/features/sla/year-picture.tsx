import { useTranslation } from 'react-i18next';
import { type CalendarHours, weekdayOf } from './calendar.ts';
import { addDays } from './calendar-date.ts';
import styles from './calendar-picture.module.css';
import { writePeriods } from './periods-text.ts';

/** Twelve months: days of work, days off, and those that are not as their day of the week. */
export function YearPicture({ hours, year }: { hours: CalendarHours; year: number }) {
  const { t, i18n } = useTranslation('sla');
  const special = new Map(hours.specialDays.map((day) => [day.date, day]));
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' });
  return (
    <figure className={styles.year} aria-label={t('calendar.yearPicture', { year })}>
      {Array.from({ length: 12 }, (_, index) => datesOf(year, index)).map((dates) => (
        <div key={dates[0]} className={styles.month}>
          <div className={styles.monthName}>{month.format(new Date(`${dates[0]}T00:00:00Z`))}</div>
          <div className={styles.dates}>
            {dates.map((date, index) => {
              const day = special.get(date);
              const periods = day?.periods ?? hours.week[weekdayOf(date) - 1] ?? [];
              const said = [date, day?.name, writePeriods(periods) || t('calendar.off')]
                .filter(Boolean)
                .join(', ');
              return (
                <span
                  key={date}
                  className={styles.date}
                  data-work={periods.length > 0 || undefined}
                  data-special={day ? true : undefined}
                  style={index === 0 ? { gridColumnStart: weekdayOf(date) } : undefined}
                  title={said}
                >
                  {Number(date.slice(8))}
                </span>
              );
            })}
          </div>
        </div>
      ))}
    </figure>
  );
}

function datesOf(year: number, month: number): string[] {
  const first = `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Array.from({ length }, (_, day) => addDays(first, day));
}
