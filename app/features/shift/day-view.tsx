import { type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CoverDay } from './cover-day.tsx';
import styles from './day-view.module.css';
import type { RosterView, ShownShift } from './read-roster.ts';
import type { OpenedCell } from './roster-grid.tsx';
import { stepTime } from './shift-steps.ts';
import type { RosterEdits } from './use-roster-edits.ts';
import { useShiftKeys } from './use-shift-keys.ts';

type Props = { view: RosterView; day: number; edits: RosterEdits; onOpen(cell: OpenedCell): void };
const halfHourMs = 30 * 60_000;

/** One day by half hours: who is needed and there above, below each person's shift, to be dragged and stretched. */
export function DayView({ view, day, edits, onOpen }: Props) {
  const { t } = useTranslation('shift');
  const { people, dates, days, ends, cover } = view;
  const begins = days[day] ?? 0;
  const until = days[day + 1] ?? ends;
  const slots = Math.round((until - begins) / halfHourMs);
  const reachesIn = ({ startsAt, endsAt }: ShownShift) => startsAt < begins && endsAt > begins;
  const keys = useShiftKeys({ view, edits, open: onOpen });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={t('dayGrid')} tabIndex={0}>
      <div className={styles.plane} data-roster>
        <div className={styles.row}>
          <span className={styles.name} />
          <div className={styles.cover}>
            <CoverDay cover={cover} day={day} />
            <Hours slots={slots} />
          </div>
        </div>
        {people.map((person, row) => {
          const shift = person.shifts.find((one) => one.date === dates[day]);
          const place = { person: row, day };
          return (
            <div key={person.userId} className={styles.row}>
              <span className={styles.name}>{person.name}</span>
              <div className={styles.track}>
                {person.shifts.filter(reachesIn).map((one) => (
                  <span
                    key={one.id}
                    className={styles.tail}
                    style={{ width: `${(100 * (one.endsAt - begins)) / (until - begins)}%` }}
                  >
                    {t('untilTime', { to: one.to })}
                  </span>
                ))}
                {shift ? (
                  <ShiftBar
                    shift={shift}
                    span={{ begins, slots }}
                    edits={edits}
                    label={`${person.name}: ${shift.from}–${shift.to}`}
                    place={place}
                    onOpen={() => onOpen(place)}
                    onKeyDown={(event) => keys(event, place, shift)}
                  />
                ) : (
                  <button
                    type="button"
                    className={styles.empty}
                    data-person={row}
                    data-day={day}
                    aria-label={`${person.name}: ${t('free')}`}
                    onClick={() => onOpen(place)}
                    onKeyDown={(event) => keys(event, place, undefined)}
                  />
                )}
              </div>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Hours({ slots }: { slots: number }) {
  const hours = Array.from({ length: Math.floor(slots / 6) }, (_, nth) => nth * 3);
  return (
    <div className={styles.hours} aria-hidden>
      {hours.map((hour) => (
        <span key={hour} style={{ left: `${(200 * hour) / slots}%` }}>
          {hour}
        </span>
      ))}
    </div>
  );
}

type BarProps = {
  shift: ShownShift;
  span: { begins: number; slots: number };
  edits: RosterEdits;
  label: string;
  place: OpenedCell;
  onOpen(): void;
  onKeyDown: React.KeyboardEventHandler<HTMLElement>;
};
type Drag = { kind: 'move' | 'stretch'; fromX: number; halfHours: number };

/** Dragged by its body it moves, by its end it is stretched, in half hours; let go where it was, it opens. */
function ShiftBar({ shift, span, edits, label, place, onOpen, onKeyDown }: BarProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const moved = drag?.kind === 'move' ? drag.halfHours : 0;
  const longer = drag?.kind === 'stretch' ? drag.halfHours : 0;
  const start = (shift.startsAt - span.begins) / halfHourMs + moved;
  const length = Math.min(shift.minutes / 30 + longer, span.slots - start);
  const percent = (slots: number) => `${(100 * slots) / span.slots}%`;
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (!edits.isOpen || event.button !== 0) return;
    const isEnd = event.currentTarget.getBoundingClientRect().right - event.clientX < 12;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ kind: isEnd ? 'stretch' : 'move', fromX: event.clientX, halfHours: 0 });
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return;
    const width = event.currentTarget.parentElement?.clientWidth ?? 1;
    setDrag({ ...drag, halfHours: Math.round(((event.clientX - drag.fromX) / width) * span.slots) });
  };
  const end = () => {
    setDrag(null);
    if (drag?.halfHours === 0) onOpen();
    if (!drag || drag.halfHours === 0) return;
    const by = 30 * drag.halfHours;
    edits.move(
      shift,
      drag.kind === 'move' ? stepTime(shift, by) : { minutes: Math.max(30, shift.minutes + by) },
    );
  };
  return (
    <button
      type="button"
      className={styles.bar}
      data-night={shift.isNight ? '' : undefined}
      data-broken={shift.breaches.some(({ mode }) => mode === 'hard') ? '' : undefined}
      data-person={place.person}
      data-day={place.day}
      style={{ left: percent(start), width: percent(Math.max(1, length)) }}
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={edits.isOpen ? end : onOpen}
      onPointerCancel={() => setDrag(null)}
      onKeyDown={onKeyDown}
    >
      {shift.breaks.map((one) => (
        <span
          key={one.startsAt}
          className={styles.break}
          style={{
            left: `${(100 * (one.startsAt - shift.startsAt)) / (shift.minutes * 60_000)}%`,
            width: `${(100 * (one.endsAt - one.startsAt)) / (shift.minutes * 60_000)}%`,
          }}
        />
      ))}
      <span className={styles.text}>
        {shift.from}–{shift.to}
      </span>
      <span className={styles.end} aria-hidden />
    </button>
  );
}
