import type { Figure } from '#app/features/metric/metric.ts';
import type { AnnotationItem } from '#db/tenant/queries/report-talk.ts';

type Size = { width: number; height: number; top: number; foot: number };

/**
 * Where everything on the chart stands. `thresholds`: what was promised at each step, in the figures' unit. Notes are
 * numbered as the list of the page numbers them, from 1. `atLeast`: the scale reaches so high.
 */
export function drawCourse(
  figures: readonly Figure[],
  annotations: readonly Pick<AnnotationItem, 'on' | 'text'>[],
  thresholds: readonly (number | null)[],
  size: Size,
  atLeast = 0,
) {
  const step = size.width / Math.max(1, figures.length);
  const values = [...figures.map(({ value }) => value), ...thresholds].map((value) => value ?? 0);
  const most = Math.max(atLeast, ...values) || 1;
  const ground = size.height - size.foot;
  const scale = (ground - size.top) / most;
  const heightOf = (value: number | null) => Math.max(0, value ?? 0) * scale;
  const place = new Map(figures.map((figure, at) => [figure.step ?? '', (at + 0.5) * step]));
  const isDaily = (figures[0]?.step ?? '').length === 10;
  const every = Math.ceil(figures.length / 16);
  return {
    columns: figures.map((figure, at) => ({
      step: figure.step ?? '',
      x: (at + 0.15) * step,
      width: step * 0.7,
      y: ground - heightOf(figure.value),
      height: heightOf(figure.value),
      isOpen: figure.isProvisional && at === figures.length - 1,
    })),
    labels: figures.flatMap(({ step: name }, at) =>
      at % every === 0 ? [{ step: name ?? '', x: (at + 0.5) * step, text: labelOf(name ?? '') }] : [],
    ),
    thresholds: stretchesOf(thresholds).map(({ value, from, to }) => ({
      value,
      x1: from * step,
      x2: to * step,
      y: ground - value * scale,
    })),
    notes: gather(
      annotations.flatMap(({ on, text }, at) => {
        const x = place.get(isDaily ? on : on.slice(0, 7));
        return x === undefined ? [] : [{ x, number: at + 1, text }];
      }),
    ),
  };
}

/** Neighbours that promise the same are one stretch; `to` is behind its last. */
function stretchesOf(thresholds: readonly (number | null)[]) {
  const stretches: { value: number; from: number; to: number }[] = [];
  for (const [at, value] of thresholds.entries()) {
    const last = stretches.at(-1);
    if (value === null) continue;
    if (last && last.to === at && last.value === value) last.to = at + 1;
    else stretches.push({ value, from: at, to: at + 1 });
  }
  return stretches;
}

/** Notes of one day or month stand on one line, under all their numbers. */
function gather(notes: readonly { x: number; number: number; text: string }[]) {
  return [...Map.groupBy(notes, ({ x }) => x)].map(([x, own]) => ({
    x,
    numbers: own.map(({ number }) => number).join(', '),
    text: own.map(({ text }) => text).join('; '),
  }));
}

/** `05` of a month, `05.10` of weeks by their first day, `10.26` of years. */
function labelOf(step: string): string {
  if (step.length === 10) return step.slice(8);
  return step.length === 7
    ? `${step.slice(5)}.${step.slice(2, 4)}`
    : `${step.slice(8, 10)}.${step.slice(5, 7)}`;
}
