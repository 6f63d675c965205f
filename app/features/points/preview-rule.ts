import { appliedPoints, findGate, type PointFact, type RuleInput, rawPoints } from './points.ts';
import { dayOf, weekOf } from './season.ts';

export type RulePreview = {
  /** What happened, and how much of it a gate kept from counting. */
  facts: number;
  gated: number;
  /** What the cap held back. */
  heldBack: number;
  points: number;
  /** Most first. */
  agents: { agentId: string; points: number }[];
};

/** What a rule would have brought by what has happened. */
export function previewRule(
  rule: Omit<RuleInput, 'title'>,
  facts: readonly PointFact[],
  timeZone: string,
): RulePreview {
  const own = facts.filter(({ event }) => event === rule.event);
  const counted = own.filter((fact) => findGate(fact) === null && !rule.control?.includes(fact.agentId));
  const spans = new Map<string, number>();
  const agents = new Map<string, number>();
  let heldBack = 0;
  for (const fact of rule.isOn ? counted : []) {
    const raw = rawPoints(rule, fact);
    const span = `${fact.agentId} ${spanOf(rule.cap, fact, timeZone)}`;
    const before = spans.get(span) ?? 0;
    spans.set(span, before + raw);
    const applied = appliedPoints(rule.cap, before, raw);
    heldBack += raw - applied;
    agents.set(fact.agentId, (agents.get(fact.agentId) ?? 0) + applied);
  }
  const sums = [...agents].map(([agentId, points]) => ({ agentId, points }));
  return {
    facts: own.length,
    gated: own.filter((fact) => findGate(fact) !== null).length,
    heldBack,
    points: sums.reduce((sum, { points }) => sum + points, 0),
    agents: sums.sort((a, b) => b.points - a.points || (a.agentId < b.agentId ? -1 : 1)),
  };
}

function spanOf(cap: RuleInput['cap'], { occurredAt }: PointFact, timeZone: string): string {
  if (cap === null || cap.per === 'season') return 'season';
  const day = dayOf(occurredAt, timeZone);
  return cap.per === 'day' ? day : weekOf(day);
}
