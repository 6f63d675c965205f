/** Work that need not be done at once, in agents × periods: requests that came in a period and are due at the end of another. */
export type Deferrable = { came: number; due: number; work: number };

export type Deferred = {
  /** By period: how many agents beside those for live contacts. */
  added: number[];
  /** By period: what is done of the deferrable work, idle time of those at live contacts included. */
  done: number[];
};

const exact = 1e-9;

/**
 * Puts the work into the valleys: first into the idle time of those who are there anyway, then so that the highest sum of
 * live and added agents is as low as can be. The earliest due goes first, which does in time whatever can be done in time.
 * `live`: agents by period; `idle`: how much of their time is free for it. Throws RangeError when a due comes before its work.
 */
export function deferWork(
  live: readonly number[],
  idle: readonly number[],
  work: readonly Deferrable[],
): Deferred {
  for (const { came, due } of work)
    if (due < came) throw new RangeError(`Work that comes in period ${came} cannot be due in ${due}.`);
  const tallest = Math.max(0, ...live) + work.reduce((sum, one) => sum + one.work, 0);
  let [low, high] = [0, Math.ceil(tallest)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fill(live, idle, work, middle)) high = middle;
    else low = middle + 1;
  }
  const done = fill(live, idle, work, low) ?? live.map(() => 0);
  const added = done.map((sum, period) => Math.max(0, Math.ceil(sum - (idle[period] ?? 0) - exact)));
  return { added, done };
}

/** What is done by period with at most `level` agents in each, or `null` when something is not done in time. */
function fill(
  live: readonly number[],
  idle: readonly number[],
  work: readonly Deferrable[],
  level: number,
): number[] | null {
  const open = work.map((one) => ({ ...one })).sort((a, b) => a.due - b.due);
  const done: number[] = [];
  for (const [period, agents] of live.entries()) {
    const room = (idle[period] ?? 0) + Math.max(0, level - agents);
    let left = room;
    for (const one of open) {
      if (one.came > period) continue;
      const part = Math.min(one.work, left);
      one.work -= part;
      left -= part;
    }
    if (open.some((one) => one.due <= period && one.work > exact)) return null;
    done.push(room - left);
  }
  return done;
}
