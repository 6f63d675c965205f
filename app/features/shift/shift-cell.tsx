import { IconAlertTriangle, IconMoon, IconPin, IconPointFilled } from '@tabler/icons-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { RosterView, ShownShift } from './read-roster.ts';
import styles from './roster-grid.module.css';
import { kindOf, shortTime, useShiftWords } from './use-shift-words.ts';

type Place = { person: number; day: number };
type Props = {
  person: RosterView['people'][number];
  date: string;
  place: Place;
  isStop: boolean;
  isOpen: boolean;
  onFocus(): void;
  onKeys(event: KeyboardEvent<HTMLElement>, at: Place, shift: ShownShift | undefined): void;
  onOpen(): void;
  onDrop(event: DragEvent<HTMLElement>): void;
};

/** What one person does on one date: his shift, why he is away, what he wished, or a place for a shift. */
export function ShiftCell({ person, date, place, isStop, isOpen, onFocus, onKeys, onOpen, onDrop }: Props) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const shift = person.shifts.find((one) => one.date === date);
  const away = person.away.find((one) => one.date === date);
  const wish = person.wishes.find((one) => one.date === date);
  const words = useShiftWords();
  const [shown = '', ...marks] = shift ? words(shift) : [t(away ? `away.${away.kind}` : 'free')];
  const wished = wish ? [t(`wish.${wish.kind}`)] : [];
  return (
    <td
      className={styles.cell}
      {...(away ? { 'data-away': '' } : {})}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <button
        type="button"
        className={shift ? styles.shift : styles.empty}
        {...(shift ? { 'data-kind': kindOf(shift) } : {})}
        {...(shift?.breaches.some(({ mode }) => mode === 'hard') ? { 'data-broken': '' } : {})}
        data-person={place.person}
        data-day={place.day}
        tabIndex={isStop ? 0 : -1}
        draggable={shift !== undefined && isOpen}
        aria-label={`${person.name}, ${format.day(new Date(`${date}T12:00Z`))}: ${[shown, ...wished, ...marks].join(', ')}`}
        title={[shown, ...marks].join(', ')}
        onFocus={onFocus}
        onClick={onOpen}
        onKeyDown={(event) => onKeys(event, place, shift)}
        onDragStart={(event) => shift && event.dataTransfer.setData('text/plain', shift.id)}
      >
        {shift ? <ShiftText shift={shift} /> : <span>{away ? t(`away.${away.kind}`) : ''}</span>}
        {wish ? <small className={styles.wish}>{t(`wish.${wish.kind}`)}</small> : null}
      </button>
    </td>
  );
}

function ShiftText({ shift }: { shift: ShownShift }) {
  const { from, to, isNight, isPinned, isUntold, breaches } = shift;
  return (
    <>
      <span className={styles.time}>
        {shortTime(from)}–{shortTime(to)}
      </span>
      <span className={styles.marks} aria-hidden>
        {isNight ? <IconMoon size={12} /> : null}
        {isPinned ? <IconPin size={12} /> : null}
        {isUntold ? <IconPointFilled size={12} /> : null}
        {breaches.length > 0 ? <IconAlertTriangle size={12} /> : null}
      </span>
    </>
  );
}
