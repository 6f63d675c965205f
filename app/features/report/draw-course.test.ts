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
  const drawn = drawCourse([figure('2026-10-01', 5), figure('2026-10-02', 4)], [], [1, 1], size);
  expect(drawn.thresholds).toEqual([{ value: 1, x1: 0, x2: 100, y: 10 }]);
  expect(drawn.columns.map(({ y, height, isOpen }) => [y, height, isOpen])).toEqual([
    [60, 50, false],
    [70, 40, true],
  ]);
});

test('each step has the threshold of its own time', () => {
  const figures = ['2026-08', '2026-09', '2026-10', '2026-11'].map((month) => figure(month, 10));
  const { thresholds } = drawCourse(figures, [], [null, 0.5, 0.5, 0.8], size);
  expect(thresholds).toEqual([
    { value: 0.5, x1: 25, x2: 75, y: 60 },
    { value: 0.8, x1: 75, x2: 100, y: 30 },
  ]);
});

test('a note keeps its number of the list; one of another time is not drawn', () => {
  const notes = [note('2026-09-30'), note('2026-10-02')];
  const { notes: drawn } = drawCourse([figure('2026-10-01', 5), figure('2026-10-02', 5)], notes, [], size);
  expect(drawn.map(({ x, numbers }) => [x, numbers])).toEqual([[75, '2']]);
  const months = drawCourse([figure('2026-09', 5), figure('2026-10', 5)], notes, [], size);
  expect(months.notes.map(({ x, numbers }) => [x, numbers])).toEqual([
    [25, '1'],
    [75, '2'],
  ]);
  const same = drawCourse([figure('2026-10', 5)], [note('2026-10-01'), note('2026-10-09')], [], size);
  expect(same.notes).toEqual([{ x: 50, numbers: '1, 2', text: 'Авария; Авария' }]);
});

test('of nothing there is nothing to see, and no number is broken', () => {
  const drawn = drawCourse([figure('2026-10-01', 0, 0), figure('2026-10-03', 0)], [], [], size);
  expect(drawn.columns.map(({ height }) => height)).toEqual([0, 0]);
  expect(drawCourse([], [], [], size)).toMatchObject({ columns: [], labels: [], notes: [] });
});

test('days, weeks and months are called by their own labels, to the scale of what they are compared with', () => {
  const labels = (step: string) => drawCourse([figure(step, 5)], [], [], size, 1);
  expect(labels('2026-10-05').labels).toMatchObject([{ text: '05' }]);
  expect(labels('2026-10-05/2026-10-11').labels).toMatchObject([{ text: '05.10' }]);
  expect(labels('2026-10').labels).toMatchObject([{ text: '10.26' }]);
  expect(labels('2026-10').columns).toMatchObject([{ height: 50 }]);
});
