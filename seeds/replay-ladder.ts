import type { Hold } from '#app/features/ladder/ladder.ts';
import type { LadderMove, Standing } from '#app/features/ladder/standing.ts';
import { type DebtFacts, type Effect, type Ladders, settle, walk } from '#app/features/ladder/walk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';

/** What was known of a debt when: entries by their dates, charges with what was paid of them, what held it. */
export type DebtHistory = Pick<DebtFacts, 'receivableId' | 'subscriber' | 'carrier'> & {
  entries: { on: string; kopecks: number }[];
  charges: { on: string; dueOn: string; kopecks: number; paid: { on: string; kopecks: number }[] }[];
  /** Held from a date on up to and with another. */
  holds: { hold: Hold; from: string; until: string }[];
};
export type ReplayedMove = LadderMove & { on: string; by: 'night' | 'fact' };
export type ReplayedEffect = Effect & { on: string; sumKopecks: number };
export type Replay = {
  receivableId: string;
  standing: Standing | null;
  moves: ReplayedMove[];
  effects: ReplayedEffect[];
};

/** Walks a debt through the nights of a span, and settles it each day after what came in. Pure. */
export function replayLadder(history: DebtHistory, ladders: Ladders, from: string, until: string): Replay {
  const { receivableId } = history;
  const replay: Replay = { receivableId, standing: null, moves: [], effects: [] };
  for (let on = from; on <= until; on = addDays(on, 1)) {
    const before = factsAt(history, addDays(on, -1), on);
    const night = walk(replay.standing, before.facts, ladders, on);
    const day = settle(night.standing, factsAt(history, on, on).facts, ladders, on);
    replay.standing = day.standing;
    replay.moves.push(...night.moves.map((move) => ({ ...move, on, by: 'night' as const })));
    replay.moves.push(...day.moves.map((move) => ({ ...move, on, by: 'fact' as const })));
    const { sumKopecks } = before;
    replay.effects.push(...night.effects.map((effect) => ({ ...effect, on, sumKopecks })));
  }
  return replay;
}

/** What was in the books at the end of a date, and what holds on another. */
function factsAt(history: DebtHistory, booked: string, on: string): { facts: DebtFacts; sumKopecks: number } {
  const { receivableId, subscriber, carrier, entries, charges, holds } = history;
  const sum = (all: readonly { on: string; kopecks: number }[]) =>
    all.reduce((total, one) => (one.on <= booked ? total + one.kopecks : total), 0);
  const open = charges
    .filter((charge) => charge.on <= booked)
    .map((charge) => ({ dueOn: charge.dueOn, kopecks: charge.kopecks - sum(charge.paid) }))
    .filter(({ kopecks }) => kopecks > 0);
  const oldestDueOn = open.map(({ dueOn }) => dueOn).toSorted()[0] ?? null;
  const hold = holds.find(({ from, until }) => from <= on && on <= until)?.hold ?? null;
  const due = open.filter(({ dueOn }) => dueOn < on || dueOn === oldestDueOn);
  const sumKopecks = due.reduce((total, { kopecks }) => total + kopecks, 0);
  const known = { receivableId, subscriber, carrier, balanceKopecks: sum(entries), oldestDueOn };
  return { facts: { ...known, hold, riskPerMille: null }, sumKopecks };
}
