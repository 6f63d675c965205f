import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { listDrawnReviews } from '#db/tenant/queries/game.ts';
import { listSolutions } from '#db/tenant/queries/point-facts.ts';
import { listPointRules } from '#db/tenant/queries/quality-points.ts';
import { measureEffect } from './measure-effect.ts';
import { pairAgents, type Seen } from './pair-agents.ts';
import type { PointRule } from './points.ts';
import type { PointDesk } from './settle-points.ts';

export const effectMetrics = ['quality', 'came-back', 'solved'] as const;
export type EffectMetric = (typeof effectMetrics)[number];
export type RuleEffect = Awaited<ReturnType<typeof readEffects>>[number];

const dayMs = 86_400_000;
const longestDays = 28;
/** In less time nothing shows. */
const shortestDays = 3;
/** A case that is solved in the window may have been opened so long before. */
const oldestCaseDays = 30;

/** What each rule has changed since its last change: on quality, not only on counts. */
export async function readEffects(desk: PointDesk) {
  const newest = new Map<string, PointRule>();
  for (const rule of await listPointRules(desk.db)) newest.set(rule.id, rule);
  const rules = [...newest.values()].filter(({ isOn }) => isOn);
  return Promise.all(rules.map((rule) => readEffect(desk, rule)));
}

async function readEffect(desk: PointDesk, rule: PointRule) {
  const elapsed = (desk.now.getTime() - rule.from.getTime()) / dayMs;
  const days = Math.min(longestDays, Math.floor(elapsed));
  const about = { id: rule.id, title: rule.title, event: rule.event, from: rule.from, days };
  const control = new Set(rule.control ?? []);
  if (days < shortestDays) return { ...about, metrics: null };
  const seen = await readSeen(desk, rule.from, days);
  const metrics = effectMetrics.map((metric) => {
    const pairs = pairAgents(seen[metric], rule.from, metric === 'solved' ? days : null);
    return { metric, ...measureEffect(pairs, control) };
  });
  return { ...about, metrics };
}

/** What was seen of agents as long before as after the rule. */
async function readSeen({ db }: PointDesk, from: Date, days: number): Promise<Record<EffectMetric, Seen[]>> {
  const [since, until] = [-days, days].map((shift) => new Date(from.getTime() + shift * dayMs));
  if (!since || !until) throw new Error('A window has two ends.');
  const reviews = await listDrawnReviews(db, since, until);
  const opened = new Date(since.getTime() - oldestCaseDays * dayMs);
  const solutions = (await listSolutions(db, opened)).filter(({ at }) => at >= since && at < until);
  const people = solutions.filter(({ agentId }) => agentId !== 'worker' && agentId !== 'subscriber');
  return {
    quality: reviews.flatMap(({ agentId, occurredAt: at, card, answers }) => {
      const { percent: value } = scoreAnswers(card, answers);
      return value === null ? [] : [{ agentId, at, value }];
    }),
    'came-back': people.map(({ agentId, at, cameBack }) => ({ agentId, at, value: cameBack ? 100 : 0 })),
    solved: people.map(({ agentId, at }) => ({ agentId, at, value: 1 })),
  };
}
