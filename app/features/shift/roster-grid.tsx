import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { CoverDay } from './cover-day.tsx';
import type { RosterView, ShownShift } from './read-roster.ts';
import styles from './roster-grid.module.css';
import { ShiftCell } from './shift-cell.tsx';
import type { RosterEdits } from './use-roster-edits.ts';
import { useShiftKeys } from './use-shift-keys.ts';
import { weekdayOf } from './work-calendar.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type OpenedCell = { person: number; day: number };
type Props = { view: RosterView; edits: RosterEdits; onOpen(cell: OpenedCell): void };

/** People by days. One cell is in the order of tabulation, arrows go to the others. */
export function RosterGrid({ view, edits, onOpen }: Props) {
  const { t } = useTranslation('shift');
  const { people, dates } = view;
  const { carrierTitle } = useDesk();
  const [focused, setFocused] = useState<OpenedCell>({ person: 0, day: 0 });
  const keys = useShiftKeys({ view, edits, open: onOpen });
  const drop = (event: DragEvent<HTMLElement>, person: number, day: number) => {
    event.preventDefault();
    const shift = findShift(people, event.dataTransfer.getData('text/plain'));
    const [owner, date] = [people[person], dates[day]];
    if (shift && owner && date) edits.move(shift, { userId: owner.userId, date });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={t('grid')} tabIndex={0}>
      <table className={styles.grid} data-roster>
        <GridHead view={view} />
        <tbody>
          {people.map((person, row) => (
            <tr key={person.userId}>
              <th scope="row" className={styles.person}>
                <span>{person.name}</span>
                <small>{person.carriers.map(carrierTitle).join(', ')}</small>
              </th>
              {dates.map((date, day) => (
                <ShiftCell
                  key={date}
                  person={person}
                  date={date}
                  place={{ person: row, day }}
                  isStop={focused.person === row && focused.day === day}
                  isOpen={edits.isOpen}
                  onFocus={() => setFocused({ person: row, day })}
                  onKeys={keys}
                  onOpen={() => onOpen({ person: row, day })}
                  onDrop={(event) => drop(event, row, day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GridHead({ view: { dates, cover } }: Pick<Props, 'view'>) {
  const { t } = useTranslation('shift');
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          {t('person')}
        </th>
        {dates.map((date, day) => (
          <th key={date} scope="col" className={styles.day}>
            <Link to={`?from=${dates[0]}&day=${date}`} preventScrollReset>
              {t(`weekday.${weekdays[weekdayOf(date) - 1] ?? 'mon'}`)} {Number(date.slice(8))}
            </Link>
            <CoverDay cover={cover} day={day} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function findShift(people: RosterView['people'], id: string): ShownShift | undefined {
  return people.flatMap(({ shifts }) => shifts).find((shift) => shift.id === id);
}
