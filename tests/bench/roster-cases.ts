import { drawFrom } from '#app/features/roster/seeded-draw.ts';
import type {
  CarryIn,
  Minutes,
  ShiftPerson,
  ShiftProblem,
  ShiftTemplate,
  WishKind,
} from '#app/features/roster/shift-problem.ts';
import { usualShiftRules } from '#app/features/roster/shift-rules.ts';
import { agentsNeeded } from '#app/features/staffing/agents-needed.ts';

/** F: starts every half hour. M: every hour. R: rigid, eight and twelve hours with two starts each. */
type Menu = 'F' | 'M' | 'R';
/** `fullness`: hours wanted as a share of those that people may work. */
export type RosterCase = { people: number; weeks: number; skills: number; seed: number; menu: Menu };

const fullness = 0.97;
const slotsADay = 48;

/** Calls by hour of a day, as a share of the busiest; Saturdays and Sundays have fewer. */
const dayShape = [
  14, 10, 8, 7, 7, 9, 16, 32, 58, 82, 96, 100, 97, 94, 95, 96, 95, 92, 88, 82, 72, 58, 40, 24,
].map((share) => share / 100);
const weekShape = [1.04, 1, 0.98, 0.97, 0.99, 0.82, 0.74];

/** A team and its weeks, every person different; drawn from the seed alone. */
export function drawRosterCase({ people, weeks, skills, seed, menu }: RosterCase): ShiftProblem {
  const draw = drawFrom(seed);
  const days = 7 * weeks;
  const slots = days * slotsADay;
  const team = Array.from({ length: people }, (_, place) => drawPerson(place, { weeks, skills, draw }));
  const mayWork = team.reduce((sum, { periodMinutes }) => sum + periodMinutes.max / 30, 0);
  const weekLevels = Array.from({ length: weeks }, () => 1 + 0.08 * (draw() - 0.5));
  const shares = skills === 1 ? [1] : [0.45, 0.33, 0.22];
  const noise = shares.map(() => Array.from({ length: slots }, () => 1 + 0.1 * (draw() - 0.5)));
  const wantedAt = (scale: number) =>
    shares.map((share, skill) =>
      Array.from({ length: slots }, (_, slot) => {
        const day = Math.floor(slot / slotsADay);
        const shape = (dayShape[Math.floor((slot % slotsADay) / 2)] ?? 0) * (weekShape[day % 7] ?? 1);
        const level = (weekLevels[Math.floor(day / 7)] ?? 1) * (noise[skill]?.[slot] ?? 1);
        const contacts = scale * share * shape * level;
        return agentsNeeded(
          { contacts, periodS: 1800, handlingS: 300, patienceS: null, atOnce: 1 },
          { withinTarget: { share: 0.8, targetS: 20 } },
        ).agents;
      }),
    );
  const wanted = wantedAt(scaleFor(wantedAt, fullness * mayWork));
  return {
    dayStarts: Array.from({ length: days + 1 }, (_, day) => day * slotsADay),
    dates: Array.from({ length: days }, (_, day) =>
      new Date(Date.UTC(2027, 0, 4 + day)).toISOString().slice(0, 10),
    ),
    weekdays: Array.from({ length: days }, (_, day) => (day % 7) + 1),
    holidays: Array.from({ length: days }, () => false),
    clocks: [Array.from({ length: slots + 96 }, (_, slot) => slot % slotsADay)],
    skills: wanted.map((row, skill) => ({ id: `call:${skill}`, wanted: row, under: 5, over: 1 })),
    people: team,
    templates: templatesOf(menu),
    rules: usualShiftRules,
  };
}

/** The calls at which so many half hours are wanted. */
function scaleFor(wantedAt: (scale: number) => number[][], target: number): number {
  let [low, high] = [0, target];
  for (let step = 0; step < 18; step += 1) {
    const middle = (low + high) / 2;
    const sum = wantedAt(middle)
      .flat()
      .reduce((all, one) => all + one, 0);
    if (sum > target) high = middle;
    else low = middle;
  }
  return low;
}

function templatesOf(menu: Menu): ShiftTemplate[] {
  if (menu === 'R') return rigidTemplates;
  const starts = Array.from({ length: slotsADay }, (_, start) => start).filter(
    (start) => menu === 'F' || start % 2 === 0,
  );
  const paid = menu === 'F' ? [4, 5, 6, 7, 8, 9, 10, 11] : [4, 8, 10, 11];
  return paid.map((hours) => {
    const breaks = hours <= 4 ? 0 : hours <= 8 ? 1 : 2;
    const presence = 2 * hours + breaks;
    const middle = Math.floor(presence / 2);
    const third = Math.floor(presence / 3);
    const at = [
      [],
      [[middle - 2, middle + 1]],
      [
        [third - 2, third + 1],
        [2 * third - 1, 2 * third + 2],
      ],
    ][breaks];
    return {
      id: `paid-${hours}`,
      starts,
      presences: [presence],
      breaks: (at ?? []).map(([earliest = 0, latest = 0]) => ({ slots: 1, isPaid: false, earliest, latest })),
    };
  });
}

const halfHour = (earliest: number, latest: number) => ({ slots: 1, isPaid: false, earliest, latest });
/** From eight and from twenty o'clock, or from eight and from sixteen; a night is an hour shorter (article 96). */
const rigidTemplates: ShiftTemplate[] = [
  { id: 'eight', starts: [16, 32], presences: [17], breaks: [halfHour(6, 10)] },
  { id: 'twelve', starts: [16], presences: [24], breaks: [halfHour(6, 10), halfHour(14, 19)] },
  { id: 'night', starts: [40], presences: [22], breaks: [halfHour(6, 10), halfHour(13, 17)] },
];

type Drawing = { weeks: number; skills: number; draw: () => number };

function drawPerson(place: number, { weeks, skills, draw }: Drawing): ShiftPerson {
  const isPart = draw() < 0.2;
  const mayNight = draw() >= 0.3;
  const norm: Minutes = isPart ? { min: 18 * 60, max: 20 * 60 } : { min: 36 * 60, max: 40 * 60 };
  const isSummarised = weeks > 1;
  const leaveWeek = isSummarised && draw() < 0.2 ? Math.floor(draw() * weeks) : -1;
  const fixedDay = Math.floor(draw() * 7);
  const worked = leaveWeek >= 0 ? weeks - 1 : weeks;
  const range = (week: number) => ({ from: week * 7 * slotsADay, to: (week + 1) * 7 * slotsADay });
  const weekMost = isSummarised ? norm.max + 8 * 60 : norm.max;
  return {
    id: `agent-${place}`,
    skills: drawSkills(skills, draw),
    clock: 0,
    weekMinutes: Array.from({ length: weeks }, (_, week) =>
      week === leaveWeek
        ? { min: 0, max: 0 }
        : { min: isSummarised ? norm.min / 2 : norm.min, max: weekMost },
    ),
    periodMinutes: { min: norm.min * worked, max: norm.max * worked },
    maxDayMinutes: 660,
    mayNight,
    mayWeekend: true,
    mayHoliday: true,
    away: [
      ...(leaveWeek >= 0 ? [{ ...range(leaveWeek), why: 'leave' as const }] : []),
      ...Array.from({ length: weeks }, (_, week) => {
        const from = (week * 7 + fixedDay) * slotsADay;
        return { from, to: from + slotsADay, why: 'unavailable' as const };
      }),
    ],
    wishes: isSummarised ? drawWishes(weeks, draw) : [],
    pinned: [],
    carryIn: isSummarised
      ? drawCarryIn(mayNight, draw)
      : { lastEnd: null, nights: 0, days: 0, hasWeeklyRest: false },
  };
}

function drawSkills(skills: number, draw: () => number): number[] {
  if (skills === 1) return [0];
  const first = pickBy([0.45, 0.33, 0.22], draw());
  const others = [0, 1, 2].filter((skill) => skill !== first);
  const second = others[Math.floor(draw() * 2)] ?? 0;
  const many = draw();
  if (many < 0.4) return [first];
  return many < 0.8 ? [first, second].sort() : [0, 1, 2];
}

function pickBy(shares: readonly number[], at: number): number {
  let left = at;
  const found = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return found < 0 ? 0 : found;
}

function drawWishes(weeks: number, draw: () => number) {
  const kinds: WishKind[] = ['off', 'off', 'early', 'late'];
  return Array.from({ length: weeks }, (_, week) => ({
    day: 7 * week + Math.floor(draw() * 7),
    kind: kinds[Math.floor(draw() * kinds.length)] ?? 'off',
    weight: 1 + Math.floor(draw() * 3),
  }));
}

function drawCarryIn(mayNight: boolean, draw: () => number): CarryIn {
  const days = Math.floor(draw() * 5);
  if (days === 0) return { lastEnd: -Math.floor(48 + draw() * 48), nights: 0, days: 0, hasWeeklyRest: false };
  if (mayNight && draw() < 0.2)
    return { lastEnd: 14, nights: 1 + Math.floor(draw() * Math.min(2, days)), days, hasWeeklyRest: false };
  return { lastEnd: -Math.floor(2 + draw() * 20), nights: 0, days, hasWeeklyRest: false };
}
