import { useId } from 'react';
import { ChartFrame, ChartLegend } from '#app/components/chart-frame.tsx';
import { Wide } from '#app/components/page.tsx';
import styles from './column-chart.module.css';

export type Column = {
  /** What stands beneath it; empty: nothing. */
  name: string;
  /** What tells the pointer what it shows. */
  title: string;
  /** From the foot up, in the order of `parts`. */
  values: readonly number[];
  /** Across it, in the order of `marks`; null: not known. */
  marks: readonly (number | null)[];
  /** Beneath the name. */
  foot?: { text: string; isBad: boolean };
};

type Props = {
  label: string;
  /** Solid, hatched and hollow, in this order: told apart without colour. */
  parts: readonly string[];
  marks: readonly string[];
  columns: readonly Column[];
  height?: number;
};

const [left, right, top] = [34, 8, 12];
const width = 1000;
const partClasses = [styles.solid, styles.hatched, styles.hollow];
const markClasses = [styles.mark, styles.thin];

/** Columns with marks across them: what was beside what should have been. A table has to say the same. */
export function ColumnChart({ label, parts, marks, columns, height = 200 }: Props) {
  const hatch = useId();
  const bottom = columns.some(({ foot }) => foot) ? 36 : 20;
  const ground = height - bottom;
  const most = Math.max(
    1,
    ...columns.flatMap(({ values, marks: own }) => [sumOf(values), ...own.map(Number)]),
  );
  const y = (value: number) => ground - ((ground - top) * value) / most;
  const step = (width - left - right) / Math.max(1, columns.length);
  return (
    <>
      <Legend parts={parts} marks={marks} hatch={hatch} />
      <Wide label={label}>
        <div className={styles.chart}>
          <ChartFrame size={{ width, height }} label={label}>
            <Hatch id={hatch} />
            {ticksOf(most).map((value) => (
              <g key={value}>
                <line x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
                <text x={left - 4} y={y(value) + 4} textAnchor="end">
                  {Math.round(value)}
                </text>
              </g>
            ))}
            {columns.map((column, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour of the wall clock may come twice
              <g key={place}>
                <title>{column.title}</title>
                <Parts values={column.values} x={left + step * place} step={step} y={y} hatch={hatch} />
                {column.marks.map((value, mark) =>
                  value === null ? null : (
                    <line
                      key={marks[mark]}
                      className={markClasses[mark]}
                      x1={left + step * place + 1}
                      x2={left + step * (place + 1) - 1}
                      y1={y(value)}
                      y2={y(value)}
                    />
                  ),
                )}
                <Names column={column} x={left + step * (place + 0.5)} height={height} />
              </g>
            ))}
          </ChartFrame>
        </div>
      </Wide>
    </>
  );
}

type PartsProps = {
  values: readonly number[];
  x: number;
  step: number;
  y: (value: number) => number;
  hatch: string;
};

function Parts({ values, x, step, y, hatch }: PartsProps) {
  const gap = Math.min(4, step * 0.15);
  return values.map((value, part) => {
    const below = sumOf(values.slice(0, part));
    return value <= 0 ? null : (
      <rect
        key={partClasses[part]}
        className={partClasses[part]}
        {...(part === 1 ? { fill: `url(#${hatch})` } : {})}
        x={x + gap}
        width={step - 2 * gap}
        y={y(below + value)}
        height={y(below) - y(below + value)}
      />
    );
  });
}

function Names({ column: { name, foot }, x, height }: { column: Column; x: number; height: number }) {
  return (
    <>
      <text x={x} y={height - (foot ? 22 : 6)} textAnchor="middle">
        {name}
      </text>
      {foot ? (
        <text className={foot.isBad ? styles.bad : undefined} x={x} y={height - 6} textAnchor="middle">
          {foot.text}
        </text>
      ) : null}
    </>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <path d="M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5" className={styles.hatch} />
    </pattern>
  );
}

function Legend({ parts, marks, hatch }: Pick<Props, 'parts' | 'marks'> & { hatch: string }) {
  return (
    <ChartLegend>
      {parts.map((part, place) => (
        <span key={part}>
          <svg width={16} height={12} aria-hidden>
            <rect
              className={partClasses[place]}
              {...(place === 1 ? { fill: `url(#${hatch})` } : {})}
              x={1}
              y={1}
              width={14}
              height={10}
            />
          </svg>
          {part}
        </span>
      ))}
      {marks.map((mark, place) => (
        <span key={mark}>
          <svg width={20} height={10} aria-hidden className={styles.chart}>
            <line className={markClasses[place]} x1={0} x2={20} y1={5} y2={5} />
          </svg>
          {mark}
        </span>
      ))}
    </ChartLegend>
  );
}

/** Nobody is counted in halves. */
function ticksOf(most: number): number[] {
  const top = Math.ceil(most);
  return top < 2 ? [0, top] : [0, Math.round(top / 2), top];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
