import type { CanvasElement } from 'pdfmake/interfaces.js';
import type { PdfLineChart } from './pdf-document.ts';

const height = 90;
const ink = { line: '#1f2933', grid: '#c9ced6' };

/** The chart as vectors: a grid of three, the threshold dashed, every stretch of known values a line of its own. */
export function drawLines({ values, threshold }: PdfLineChart, width: number): CanvasElement[] {
  const known = [...values, threshold].filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...known), Math.max(...known, 0)];
  const y = (value: number) => height - (height * (value - least)) / (most - least || 1);
  const x = (place: number) => (width * (place + 0.5)) / values.length;
  const level = (at: number): CanvasElement => ({
    type: 'line',
    x1: 0,
    x2: width,
    y1: at,
    y2: at,
    lineWidth: 0.5,
    lineColor: ink.grid,
  });
  const points = values.map((value, place) => (value === null ? null : { x: x(place), y: y(value) }));
  return [
    ...[0, height / 2, height].map(level),
    ...(threshold === null
      ? []
      : [{ ...level(y(threshold)), lineColor: ink.line, dash: { length: 4, space: 3 } } as CanvasElement]),
    ...stretchesOf(points).map((stretch): CanvasElement => drawStretch(stretch)),
  ];
}

type Point = { x: number; y: number };

function stretchesOf(points: readonly (Point | null)[]): Point[][] {
  const stretches: Point[][] = [[]];
  for (const point of points) {
    if (point) stretches.at(-1)?.push(point);
    else stretches.push([]);
  }
  return stretches.filter(({ length }) => length > 0);
}

function drawStretch(points: Point[]): CanvasElement {
  const [first] = points;
  if (first && points.length === 1) return { type: 'ellipse', ...first, r1: 1.5, r2: 1.5, color: ink.line };
  return { type: 'polyline', points, lineWidth: 1.2, lineColor: ink.line };
}
