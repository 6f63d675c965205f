import { findBreaches } from './find-breaches.ts';
import type { CoverGap, GapReason } from './shift-answer.ts';
import type { PlannedShift, ShiftPerson, ShiftProblem } from './shift-problem.ts';

/** No more gaps are explained than anybody reads: the greatest. */
const mostGaps = 60;

/** Half hours in which too few serve a skill, joined while they follow one another, and what keeps each person from helping. */
export function explainGaps(problem: ShiftProblem, shifts: readonly PlannedShift[]): CoverGap[] {
  const found = problem.skills.flatMap((_, skill) => gapsOf(problem, shifts, skill));
  const sizeOf = ({ from, to, missing }: CoverGap) => (to - from) * missing;
  const own = Map.groupBy(shifts, ({ person }) => person);
  return found
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, mostGaps)
    .map((gap) => ({ ...gap, reasons: reasonsFor(problem, own, gap) }));
}

function gapsOf(problem: ShiftProblem, shifts: readonly PlannedShift[], skill: number): CoverGap[] {
  const horizon = problem.dayStarts.at(-1) ?? 0;
  const missing = Int32Array.from({ length: horizon }, (_, slot) => problem.skills[skill]?.wanted[slot] ?? 0);
  for (const { start, serves } of shifts)
    for (const [place, served] of serves.entries())
      if (served === skill && start + place < horizon)
        missing[start + place] = (missing[start + place] ?? 0) - 1;
  const gaps: CoverGap[] = [];
  for (let slot = 0; slot < horizon; slot += 1) {
    const now = missing[slot] ?? 0;
    const last = gaps.at(-1);
    if (now <= 0) continue;
    if (last?.to === slot)
      gaps[gaps.length - 1] = { ...last, to: slot + 1, missing: Math.max(last.missing, now) };
    else gaps.push({ skill, from: slot, to: slot + 1, missing: now, reasons: [] });
  }
  return gaps;
}

function reasonsFor(
  problem: ShiftProblem,
  own: ReadonlyMap<number, readonly PlannedShift[]>,
  { skill, from, to }: CoverGap,
): GapReason[] {
  const slot = Math.floor((from + to - 1) / 2);
  const everybody = [...problem.people.keys()];
  return countReasons(
    problem,
    { own, among: everybody },
    { skill, slot, shapes: shapesAround(problem, slot) },
  );
}

/** What keeps each of these from working one of the shapes, most people first. */
export function countReasons(
  problem: ShiftProblem,
  { own, among }: { own: ReadonlyMap<number, readonly PlannedShift[]>; among: readonly number[] },
  asked: { skill: number; slot: number; shapes: readonly Shape[] },
): GapReason[] {
  const counted = new Map<string, GapReason>();
  for (const place of among) {
    const person = problem.people[place];
    if (!person) continue;
    const reason = reasonOf(problem, { place, person, shifts: own.get(place) ?? [] }, asked);
    const key = JSON.stringify(reason);
    counted.set(key, { ...reason, people: (counted.get(key)?.people ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.people - a.people);
}

type Shape = Omit<PlannedShift, 'person' | 'serves'>;

/** Of each template the shift that has the slot nearest to its middle without a break in it. */
function shapesAround({ templates, clocks, dayStarts }: ShiftProblem, slot: number): Shape[] {
  return templates.flatMap(({ starts, presences, breaks }, template) => {
    const presence = Math.min(...presences);
    const shapes: Shape[] = [];
    for (let start = Math.max(0, slot - presence + 1); start <= slot; start += 1) {
      if (!starts.includes(clocks[0]?.[start] ?? -1)) continue;
      const placed = breaks.map(({ slots, isPaid, earliest, latest }) => {
        const isClear = (at: number) => slot < start + at || slot >= start + at + slots;
        const at = isClear(earliest) ? earliest : latest;
        return { start: start + at, slots, isPaid };
      });
      if (placed.some((one) => slot >= one.start && slot < one.start + one.slots)) continue;
      const day = dayStarts.findLastIndex((begin) => begin <= start);
      shapes.push({ day, start, end: start + presence, template, breaks: placed });
    }
    const off = ({ start, end }: Shape) => Math.abs(slot - (start + end) / 2);
    return shapes.sort((a, b) => off(a) - off(b)).slice(0, 1);
  });
}

function reasonOf(
  problem: ShiftProblem,
  { place, person, shifts }: { place: number; person: ShiftPerson; shifts: readonly PlannedShift[] },
  { skill, slot, shapes }: { skill: number; slot: number; shapes: readonly Shape[] },
): GapReason {
  if (!person.skills.includes(skill)) return { code: 'lacks-skill', people: 1 };
  if (shifts.some(({ start, end }) => start <= slot && slot < end)) return { code: 'on-shift', people: 1 };
  const away = person.away.find(({ from, to }) => from <= slot && slot < to);
  if (away) return { code: 'away', why: away.why, people: 1 };
  if (shapes.length === 0) return { code: 'no-template', people: 1 };
  const before = new Set(hardOf(problem, place, shifts).map(keyOf));
  const broken = shapes.map((shape) => {
    const serves = Array.from({ length: shape.end - shape.start }, (_, after) => {
      const at = shape.start + after;
      return shape.breaks.some(({ start, slots }) => at >= start && at < start + slots) ? -1 : skill;
    });
    const more = [...shifts, { ...shape, person: place, serves }];
    return hardOf(problem, place, more).filter((breach) => !before.has(keyOf(breach)));
  });
  const fewest = broken.sort((a, b) => a.length - b.length)[0]?.[0];
  return fewest ? { code: 'rule', rule: fewest.rule, people: 1 } : { code: 'needed-elsewhere', people: 1 };
}

const hardOf = (problem: ShiftProblem, place: number, shifts: readonly PlannedShift[]) =>
  findBreaches(problem, place, shifts).filter(({ mode }) => mode === 'hard');

const keyOf = ({ rule, at }: { rule: string; at: number }) => `${rule} ${at}`;
