import { appliedPoints, findGate, type PointFact, type PointRule, rawPoints, rulesFor } from './points.ts';
import { bookingOf, dayOf, type Season, weekOf } from './season.ts';

/** An award that still stands. `seq` is its place in the ledger. */
export type StandingAward = {
  seq: number;
  agentId: string;
  ruleId: string;
  ruleVersion: number;
  sourceVersion: number;
  raw: number;
  span: string;
  occurredAt: Date;
};

/** An entry without what only the ledger knows: its cap's effect, its number, its source. */
export type PlannedEntry = Omit<StandingAward, 'seq'> & {
  kind: 'award' | 'reversal';
  reversesSeq: number | null;
  seasonId: string;
  day: string;
  cap: PointRule['cap'];
};

type Rules = { rules: readonly PointRule[]; seasons: readonly Season[]; timeZone: string; now: Date };

/**
 * What a source brings at a version of it: awards of earlier versions are taken back, and what the rules in force
 * when it happened give is awarded. `gate`: why nothing is awarded, `null` when something may be.
 */
export function planSettlement(
  source: { version: number; fact: PointFact | null; standing: readonly StandingAward[] },
  given: Rules,
): { entries: PlannedEntry[]; gate: string | null } {
  const { fact, standing, version } = source;
  const today = dayOf(given.now, given.timeZone);
  const gate = fact === null ? 'withdrawn' : findGate(fact);
  const awards = fact === null || gate !== null ? [] : awardsOf(fact, version, given, today);
  const kept = new Set(awards.map(nameOf).filter((name) => standing.some((award) => nameOf(award) === name)));
  const reversals = standing
    .filter((award) => !kept.has(nameOf(award)))
    .flatMap((award) => reversalOf(award, given, today));
  return { entries: [...reversals, ...awards.filter((award) => !kept.has(nameOf(award)))], gate };
}

/** What an award is for: one that stands and would be given again stays as it is. */
function nameOf({ agentId, ruleId, ruleVersion, raw, span, occurredAt }: Omit<StandingAward, 'seq'>): string {
  return JSON.stringify([agentId, ruleId, ruleVersion, raw, span, occurredAt]);
}

function reversalOf(
  award: StandingAward,
  { rules, seasons, timeZone }: Rules,
  today: string,
): PlannedEntry[] {
  const booking = bookingOf(seasons, dayOf(award.occurredAt, timeZone), today);
  const rule = rules.find(({ id, version }) => id === award.ruleId && version === award.ruleVersion);
  if (!booking || !rule) throw new Error(`The award ${award.seq} has lost its season or its rule.`);
  const { seq, ...rest } = award;
  const { seasonId, day } = booking;
  return [{ ...rest, kind: 'reversal', raw: -award.raw, reversesSeq: seq, seasonId, day, cap: rule.cap }];
}

function awardsOf(fact: PointFact, sourceVersion: number, given: Rules, today: string): PlannedEntry[] {
  const happened = dayOf(fact.occurredAt, given.timeZone);
  const booking = bookingOf(given.seasons, happened, today);
  if (!booking) return [];
  const spans = { day: happened, week: weekOf(happened), season: booking.ownSeasonId };
  return rulesFor(given.rules, fact).flatMap((rule): PlannedEntry[] => {
    const raw = rawPoints(rule, fact);
    if (raw === 0) return [];
    const { agentId, occurredAt } = fact;
    const { seasonId, day } = booking;
    const span = spans[rule.cap?.per ?? 'season'];
    const ofRule = { ruleId: rule.id, ruleVersion: rule.version, cap: rule.cap };
    const entry = { agentId, occurredAt, sourceVersion, raw, span, seasonId, day, ...ofRule };
    return [{ ...entry, kind: 'award', reversesSeq: null }];
  });
}

/** Each entry with what its cap leaves of it, and the agent's number of it. The sums are those before the first. */
export function numberEntries<E extends PlannedEntry>(
  entries: readonly E[],
  before: { raw: readonly number[]; sequences: ReadonlyMap<string, number> },
) {
  const spans = new Map(entries.map((entry, index) => [spanOf(entry), before.raw[index] ?? 0]));
  const sequences = new Map(before.sequences);
  return entries.map((entry) => {
    const rawBefore = spans.get(spanOf(entry)) ?? 0;
    spans.set(spanOf(entry), rawBefore + entry.raw);
    const sequence = (sequences.get(entry.agentId) ?? 0) + 1;
    sequences.set(entry.agentId, sequence);
    const applied = appliedPoints(entry.cap, rawBefore, entry.raw);
    const capReason = applied === entry.raw ? null : (entry.cap?.per ?? null);
    return { ...entry, sequence, applied, capReason };
  });
}

function spanOf({ agentId, ruleId, ruleVersion, span }: PlannedEntry): string {
  return JSON.stringify([agentId, ruleId, ruleVersion, span]);
}
