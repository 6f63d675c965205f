import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './month-grid.module.css';
import type { RosterView, ShownShift } from './read-roster.ts';
import type { OpenedCell } from './roster-grid.tsx';
import { kindOf, shortTime, useShiftWords } from './use-shift-words.ts';
import { weekdayOf } from './work-calendar.ts';

type Props = {
  person: RosterView['people'][number];
  date: string;
  place: OpenedCell;
  isStop: boolean;
  onFocus(): void;
  onKeys(event: KeyboardEvent<HTMLElement>, at: OpenedCell, shift: ShownShift | undefined): void;
  onOpen(): void;
};

/** One person's date in the least room: when his shift begins and ends, or a letter for why he is away. */
export function MonthCell({ person, date, place, isStop, onFocus, onKeys, onOpen }: Props) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const words = useShiftWords();
  const shift = person.shifts.find((one) => one.date === date);
  const away = person.away.find((one) => one.date === date);
  const wish = person.wishes.find((one) => one.date === date);
  const said = [
    ...(shift ? words(shift) : [t(away ? `away.${away.kind}` : 'free')]),
    ...(wish ? [t(`wish.${wish.kind}`)] : []),
  ].join(', ');
  return (
    <td {...(away ? { 'data-away': '' } : weekdayOf(date) > 5 ? { 'data-weekend': '' } : {})}>
      <button
        type="button"
        className={styles.cell}
        {...(shift ? { 'data-kind': kindOf(shift) } : {})}
        {...(shift?.breaches.some(({ mode }) => mode === 'hard') ? { 'data-broken': '' } : {})}
        {...(shift?.isUntold ? { 'data-untold': '' } : {})}
        data-person={place.person}
        data-day={place.day}
        tabIndex={isStop ? 0 : -1}
        aria-label={`${person.name}, ${format.day(new Date(`${date}T12:00Z`))}: ${said}`}
        title={said}
        onFocus={onFocus}
        onClick={onOpen}
        onKeyDown={(event) => onKeys(event, place, shift)}
      >
        {shift ? (
          <>
            <span>{shortTime(shift.from)}</span>
            <span>{shortTime(shift.to)}</span>
          </>
        ) : (
          <span>{away ? t(`away.${away.kind}`).slice(0, 3) : wish ? '?' : ''}</span>
        )}
      </button>
    </td>
  );
}
