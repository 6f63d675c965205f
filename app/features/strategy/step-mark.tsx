import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { StepIcon } from './step-icon.tsx';
import { type DraftStep, dayWidth } from './strategy-draft.ts';
import styles from './time-axis.module.css';
import { useStepWords } from './use-step-words.ts';
import type { StrategyForm } from './use-strategy-form.ts';

type Props = {
  step: DraftStep;
  form: StrategyForm;
  isLocked: boolean;
  hasFault: boolean;
  place: { left: number; top: number };
};

/** Days and places that a key moves a mark by. */
const shifts: Partial<Record<string, [days: number, places: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One step on the axis: dragged by the pointer, moved by arrows, removed by Delete. */
export function StepMark({ step, form, isLocked, hasFault, place }: Props) {
  const { nameOf } = useStepWords();
  const grip = useRef<{ x: number; day: number } | null>(null);
  const press = (event: PointerEvent<HTMLButtonElement>) => {
    form.choose(step.id);
    if (isLocked) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, day: step.day };
  };
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (!grip.current) return;
    const { x, day } = grip.current;
    const now = day + Math.round((event.clientX - x) / dayWidth);
    if (now !== step.day) form.setStep(step.id, { day: now }, `${step.id} drag ${x}`);
  };
  const steer = (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = shifts[event.code];
    if (isLocked || (!by && event.code !== 'Delete')) return;
    event.preventDefault();
    event.stopPropagation();
    if (!by) return form.remove(step.id);
    form.choose(step.id);
    form.shift(step.id, by[0] * (event.shiftKey ? 7 : 1), by[1]);
    // A mark that passes another is moved in the page, and loses the focus by that.
    const { id } = event.currentTarget;
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <button
      type="button"
      id={`mark-${step.id}`}
      className={styles.mark}
      style={place}
      title={nameOf(step)}
      aria-label={nameOf(step)}
      aria-pressed={form.step?.id === step.id}
      data-fault={hasFault || undefined}
      onClick={() => form.choose(step.id)}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={() => {
        grip.current = null;
      }}
      onKeyDown={steer}
    >
      <StepIcon action={step.action} />
    </button>
  );
}
