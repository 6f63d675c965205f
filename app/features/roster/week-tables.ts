import type { RunLimit } from './week-frame.ts';

const none = Number.POSITIVE_INFINITY;

/** By end and state: the least cost, and the shift that it ends with; new ones of a day also the shift before. */
export type Table = { value: Float64Array; node: Int32Array };
export type Fresh = { value: Float64Array; pattern: Int32Array; from: Int32Array };

/** The pattern after each state of a row; with a long rest between them, all have had theirs. */
export function relax(
  { value, node }: Table,
  fresh: Fresh,
  row: number,
  target: number,
  cost: number,
  isRested: boolean,
  runs: RunLimit | null,
  { hours, depth, units, pattern, counts }: Lie,
): void {
  if (row < 0) return;
  const { value: freshValue, pattern: freshPattern, from: freshFrom } = fresh;
  for (let run = 0; run < depth; run += 1) {
    const isOver = counts && runs !== null && run + 1 > runs.most;
    if (isOver && runs.cost === none) continue;
    const toRun = counts && runs ? Math.min(runs.most, run + 1) : 0;
    const more = cost + (isOver ? runs.cost : 0);
    for (let rested = 0; rested < (isRested ? 1 : 2); rested += 1) {
      const source = row + (run * 2 + rested) * hours;
      const last = source + hours - units;
      let to = target + (toRun * 2 + (isRested ? 1 : rested)) * hours + units;
      for (let at = source; at < last; at += 1, to += 1) {
        const sum = (value[at] as number) + more;
        if (sum < (freshValue[to] as number)) {
          freshValue[to] = sum;
          freshPattern[to] = pattern;
          freshFrom[to] = node[at] as number;
        }
      }
    }
  }
}

/** The least of what is known, what is new and what ended earlier, end by end. */
export function carryForward(
  { value, node }: Table,
  { value: freshValue }: Fresh,
  {
    begin,
    upTo,
    validTo,
    size,
    base,
  }: { begin: number; upTo: number; validTo: number; size: number; base: number },
): void {
  for (let end = begin; end < upTo; end += 1) {
    const row = end * size;
    const at = base + (end - begin) * size;
    const back = end > 0 ? size : 0;
    const isKnown = end < validTo;
    if (end === 0) {
      value.fill(none, 0, size);
    } else if (!isKnown) {
      value.copyWithin(row, row - size, row);
      node.copyWithin(row, row - size, row);
    } else
      for (let place = row; place < row + size; place += 1) {
        if ((value[place - back] as number) < (value[place] as number)) {
          value[place] = value[place - back] as number;
          node[place] = node[place - back] as number;
        }
      }
    for (let state = 0; state < size; state += 1) {
      const own = freshValue[at + state] as number;
      if (own < (value[row + state] as number)) {
        value[row + state] = own;
        node[row + state] = at + state;
      }
    }
  }
}

type Lie = { hours: number; depth: number; units: number; pattern: number; counts: boolean };

/** Who was off on the day that has passed is in no run any more. */
export function collapse(
  value: Float64Array,
  node: Int32Array,
  size: number,
  hours: number,
  depth: number,
  from: number,
  to: number,
): void {
  const perRun = 2 * hours;
  for (let end = from; end < to; end += 1) {
    for (let state = 0; state < perRun; state += 1) {
      const first = end * size + state;
      for (let run = 1; run < depth; run += 1) {
        const at = first + run * perRun;
        if ((value[at] ?? none) < (value[first] ?? none)) {
          value[first] = value[at] ?? none;
          node[first] = node[at] ?? -1;
        }
        value[at] = none;
      }
    }
  }
}
