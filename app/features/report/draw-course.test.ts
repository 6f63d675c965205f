import { expect, test } from 'vitest';
import { figureOf } from '#app/features/metric/figure.ts';
import type { Figure } from '#app/features/metric/metric.ts';
import { drawCourse } from './draw-course.ts';

const size = { width: 100, height: 120, top: 10, foot: 10 };
const figure = (step: string, numerator: number, denominator = 10): Figure =>
  figureOf({
    metric: 'serviceLevel',
    period: { from: step, to: step },
    dimension: null,
    key: null,
    step,
    numerator,
    denominator,
    isProvisional: step === '2026-10-02',
  });
const note = (on: string) => ({ on, text: 'Авария' });

test('columns stand on the ground to one scale with the threshold, which may be above them all', () => {
  const drawn = drawCourse([figure('2026-10-01', 5), figure('2026-10-02', 4)], [], 1, size);
  expect(drawn.threshold).toBe(10);
  expect(drawn.columns.map(({ y, height, isOpen }) => [y, height, isOpen])).toEqual([
    [60, 50, false],
    [70, 40, true],
  ]);
});

test('a note keeps its number of the list; one of another time is not drawn', () => {
  const notes = [note('2026-09-30'), note('2026-10-02')];
  const { notes: drawn } = drawCourse([figure('2026-10-01', 5), figure('2026-10-02', 5)], notes, null, size);
  expect(drawn.map(({ x, numbers }) => [x, numbers])).toEqual([[75, '2']]);
  const months = drawCourse([figure('2026-09', 5), figure('2026-10', 5)], notes, null, size);
  expect(months.notes.map(({ x, numbers }) => [x, numbers])).toEqual([
    [25, '1'],
    [75, '2'],
  ]);
  const same = drawCourse([figure('2026-10', 5)], [note('2026-10-01'), note('2026-10-09')], null, size);
  expect(same.notes).toEqual([{ x: 50, numbers: '1, 2', text: 'Авария; Авария' }]);
});

test('of nothing there is nothing to see, and no number is broken', () => {
  const drawn = drawCourse([figure('2026-10-01', 0, 0), figure('2026-10-03', 0)], [], null, size);
  expect(drawn.columns.map(({ height }) => height)).toEqual([0, 0]);
  expect(drawCourse([], [], null, size)).toMatchObject({ columns: [], labels: [], notes: [] });
});
