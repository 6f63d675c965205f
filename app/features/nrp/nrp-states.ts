import { dayOff, type NrpPerson, type NrpProblem } from './nrp.ts';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * What the rest of a walk depends on, as one number: the block of work or of days off he is in and its length, the minutes,
 * the weekends, and how often he worked each of the counted shifts. Where each leads is worked out once, −1 for nowhere. A
 * block that touches the first day is told by its length alone, so it needs no mark.
 */
export function compileStates({ shifts }: NrpProblem, person: NrpPerson, counted: readonly number[]) {
  const { minRun, maxRun, maxWeekends, mostOf } = person;
  const kinds = shifts.length;
  const unit =
    shifts.reduce((sum, { minutes }, kind) => ((mostOf[kind] ?? 0) > 0 ? gcd(minutes, sum) : sum), 0) || 1;
  const mostUnits = Math.floor(person.maxMinutes / unit);
  const fewestUnits = Math.ceil(person.minMinutes / unit);
  const offStates = Math.max(1, person.minDaysOff);
  const weekends = maxWeekends + 1;
  const sizes = counted.map((kind) => (mostOf[kind] ?? 0) + 1);
  const strides = sizes.map((_, place) => sizes.slice(0, place).reduce((product, size) => product * size, 1));
  const extras = sizes.reduce((product, size) => product * size, 1);
  const perWeek = extras;
  const perUnit = weekends * perWeek;
  const perBlock = (mostUnits + 1) * perUnit;
  const blocks = offStates + kinds * maxRun;
  const size = blocks * perBlock;

  const lastOf = (block: number) => (block < offStates ? dayOff : Math.floor((block - offStates) / maxRun));
  const runOf = (block: number) => (block < offStates ? 0 : ((block - offStates) % maxRun) + 1);
  const blockOf = new Int16Array(size);
  const offTo = new Int32Array(size).fill(-1);
  const workTo = new Int32Array(size * kinds).fill(-1);
  /** Whether the work begins a weekend that was free until then: without and with room for one more. */
  const hasWeekend = new Uint8Array(size);
  for (let block = 0; block < blocks; block += 1) {
    const [last, run] = [lastOf(block), runOf(block)];
    const afterRest = last === dayOff ? Math.min(block + 1, offStates - 1) : 0;
    const mayWork = run < maxRun && (last !== dayOff || block === offStates - 1);
    for (let rest = 0; rest < perBlock; rest += 1) {
      const state = block * perBlock + rest;
      blockOf[state] = block;
      offTo[state] = afterRest * perBlock + rest;
      const units = Math.floor(rest / perUnit);
      hasWeekend[state] = Math.floor(rest / perWeek) % weekends < maxWeekends ? 1 : 0;
      if (!mayWork) continue;
      for (const [kind, shift] of shifts.entries()) {
        const more = units + shift.minutes / unit;
        if (
          (mostOf[kind] ?? 0) === 0 ||
          more > mostUnits ||
          (last !== dayOff && shift.notAfter.includes(last))
        )
          continue;
        const place = counted.indexOf(kind);
        const used =
          place < 0 ? 0 : Math.floor((rest % extras) / (strides[place] ?? 1)) % (sizes[place] ?? 1);
        if (place >= 0 && used + 1 >= (sizes[place] ?? 1)) continue;
        const extra = place < 0 ? 0 : (strides[place] ?? 0);
        const to = (offStates + kind * maxRun + run) * perBlock + more * perUnit + (rest % perUnit) + extra;
        workTo[state * kinds + kind] = to;
      }
    }
  }
  return {
    size,
    /** Before the first day he has rested long enough. */
    start: (offStates - 1) * perBlock,
    isOff: (state: number) => (blockOf[state] ?? 0) < offStates,
    shiftOf: (state: number) => lastOf(blockOf[state] ?? 0),
    /** After a day off; a block of work that is too short may end only when it began with the first day. */
    off(state: number, day: number): number {
      const block = blockOf[state] ?? 0;
      const run = runOf(block);
      return block < offStates || run >= minRun || run === day ? (offTo[state] ?? -1) : -1;
    },
    work(state: number, kind: number, isNewWeekend: boolean): number {
      const to = workTo[state * kinds + kind] ?? -1;
      if (to < 0 || !isNewWeekend) return to;
      return hasWeekend[state] === 1 ? to + perWeek : -1;
    },
    isEnough: (state: number) => Math.floor((state % perBlock) / perUnit) >= fewestUnits,
  };
}
