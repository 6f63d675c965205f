import { intervalOf } from './forecast-workload.ts';

/** By half hour of the wall clock over whole days; NaN: not known. */
export type Course = {
  came: number[];
  foretold: number[];
  corrected: number[];
  /** The rest of today from its morning. */
  again: number[];
  lastWeek: number[];
  lastYear: number[];
  handlingS: number[];
  spread: number;
  level: number | null;
  isForetold: boolean;
};

/** Some half hours together; `null`: not known of each. */
export type Point = {
  slot: number;
  came: number | null;
  foretold: number | null;
  low: number | null;
  high: number | null;
  corrected: number | null;
  again: number | null;
  lastWeek: number | null;
  lastYear: number | null;
};

export function pointsOf(course: Course, size: number): Point[] {
  return Array.from({ length: course.foretold.length / size }, (_, place) => {
    const sum = (values: readonly number[]) => {
      const own = values.slice(place * size, (place + 1) * size).reduce((all, value) => all + value, 0);
      return Number.isNaN(own) || values.length === 0 ? null : own;
    };
    const [foretold, corrected] = [sum(course.foretold), sum(course.corrected)];
    const interval = corrected === null ? null : intervalOf(corrected, course.spread);
    return {
      slot: place * size,
      came: sum(course.came),
      foretold,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      corrected: corrected !== null && foretold !== null && corrected !== foretold ? corrected : null,
      again: sum(course.again),
      lastWeek: sum(course.lastWeek),
      lastYear: sum(course.lastYear),
    };
  });
}
