import type { Figure } from '#app/features/metric/metric.ts';
import type { AnnotationItem } from '#db/tenant/queries/report-talk.ts';

type Size = { width: number; height: number; top: number; foot: number };

/** Where everything on the chart stands. Notes are numbered as the list of the page numbers them, from 1. */
export function drawCourse(
  figures: readonly Figure[],
  annotations: readonly Pick<AnnotationItem, 'on' | 'text'>[],
  threshold: number | null,
  size: Size,
) {
  const step = size.width / Math.max(1, figures.length);
  const most = Math.max(...figures.map(({ value }) => value ?? 0), threshold ?? 0) || 1;
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
      at % every === 0
        ? [{ step: name ?? '', x: (at + 0.5) * step, text: labelOf(name ?? '', isDaily) }]
        : [],
    ),
    threshold: threshold === null ? null : ground - threshold * scale,
    notes: gather(
      annotations.flatMap(({ on, text }, at) => {
        const x = place.get(isDaily ? on : on.slice(0, 7));
        return x === undefined ? [] : [{ x, number: at + 1, text }];
      }),
    ),
  };
}

/** Notes of one day or month stand on one line, under all their numbers. */
function gather(notes: readonly { x: number; number: number; text: string }[]) {
  return [...Map.groupBy(notes, ({ x }) => x)].map(([x, own]) => ({
    x,
    numbers: own.map(({ number }) => number).join(', '),
    text: own.map(({ text }) => text).join('; '),
  }));
}

/** `05` of a month, `10.26` of years. */
function labelOf(step: string, isDaily: boolean): string {
  return isDaily ? step.slice(8) : `${step.slice(5, 7)}.${step.slice(2, 4)}`;
}
