import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { stepActions } from '#app/features/ladder/strategy.ts';
import { StepIcon } from './step-icon.tsx';
import { StepMark } from './step-mark.tsx';
import { dayWidth, firstDay, lastDay } from './strategy-draft.ts';
import styles from './time-axis.module.css';
import type { StrategyForm } from './use-strategy-form.ts';

const rowHeight = 30;
const headHeight = 24;
const leastDays = 60;

/** The steps as marks on rows of channels, by days from the due date. */
export function TimeAxis({ form, isLocked }: { form: StrategyForm; isLocked: boolean }) {
  const { t } = useTranslation('strategy');
  const scroll = useRef<HTMLElement>(null);
  useEffect(() => {
    scroll.current?.scrollTo({ left: (-firstDay - 7) * dayWidth });
  }, []);
  const { steps } = form.draft;
  const end = Math.min(lastDay + 1, Math.max(leastDays, (steps.at(-1)?.day ?? 0) + 15));
  const leftOf = (day: number) => (day - firstDay + 0.5) * dayWidth;
  const ticks = Array.from(
    { length: Math.floor((end - firstDay) / 10) + 1 },
    (_, nth) => firstDay + nth * 10,
  );
  const addAt = (event: MouseEvent<HTMLElement>, action: (typeof stepActions)[number]) => {
    if (isLocked) return;
    const across = event.clientX - event.currentTarget.getBoundingClientRect().left;
    form.add({ action, day: Math.floor(across / dayWidth) + firstDay });
  };
  return (
    <div className={styles.frame}>
      <div className={styles.heads} aria-hidden>
        {stepActions.map((action) => (
          <div key={action} className={styles.head} title={t(`action.${action}`)}>
            <StepIcon action={action} />
            <span>{t(`action.${action}`)}</span>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={t('axis')} ref={scroll} tabIndex={0}>
        <div className={styles.plane} style={{ width: (end - firstDay) * dayWidth }}>
          {stepActions.map((action, place) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the button below adds a step by keyboard
            // biome-ignore lint/a11y/useKeyWithClickEvents: the same
            <div
              key={action}
              className={styles.row}
              style={{ top: headHeight + place * rowHeight }}
              onClick={(event) => addAt(event, action)}
            />
          ))}
          {ticks.map((day) => (
            <div
              key={day}
              className={`${styles.tick} ${day === 0 ? styles.due : ''}`}
              style={{ left: leftOf(day), pointerEvents: 'none' }}
            >
              <span>{day === 0 ? t('dueDay') : day}</span>
            </div>
          ))}
          {steps.map((step, index) => (
            <StepMark
              key={step.id}
              step={step}
              form={form}
              isLocked={isLocked}
              hasFault={form.faults.some((fault) => fault.step === index && fault.level === 'error')}
              place={{
                left: leftOf(step.day),
                top: headHeight + 2 + stepActions.indexOf(step.action) * rowHeight,
              }}
            />
          ))}
        </div>
      </section>
    </div>
  );
}
