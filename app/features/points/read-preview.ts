import { setImmediate } from 'node:timers/promises';
import { listSourcesSince } from '#db/tenant/queries/point-facts.ts';
import { listPointRules } from '#db/tenant/queries/quality-points.ts';
import type { PointEvent, PointFact, RuleInput } from './points.ts';
import { previewRule } from './preview-rule.ts';
import { readSettlements } from './read-settlements.ts';
import type { PointDesk } from './settle-points.ts';
import { weigh } from './settle-source.ts';
import type { PointSourceType } from './settle-work.ts';

export const previewDays = 30;
/** Of more than so many sources the newest are looked at: the page says so. */
const mostSources = 1000;
/** The local database answers in the thread that asks: everybody else gets his turn after so many sources. */
const atOnce = 20;

const sourceOf: Record<PointEvent, PointSourceType> = {
  'case-solved': 'case',
  'solved-at-first': 'case',
  'request-done': 'request',
  'review-scored': 'review',
  'rating-given': 'rating',
  'suggestion-accepted': 'suggestion',
  'kudos-received': 'kudos',
};

/** What a rule would have brought in the last days beside what it brings as it stands. */
export async function readPreview(desk: PointDesk, ruleId: string, rule: RuleInput) {
  const since = new Date(desk.now.getTime() - previewDays * 86_400_000);
  const ids = await listSourcesSince(desk.db, rule.event, since, mostSources);
  const facts = await readFacts(desk, rule.event, ids);
  const versions = (await listPointRules(desk.db)).filter(({ id }) => id === ruleId);
  const last = versions.at(-1);
  return {
    days: previewDays,
    isCut: ids.length === mostSources,
    proposed: previewRule(rule, facts, desk.timeZone),
    present: last ? previewRule(last, facts, desk.timeZone).points : null,
  };
}

async function readFacts(desk: PointDesk, event: PointEvent, ids: readonly string[]): Promise<PointFact[]> {
  const facts: PointFact[] = [];
  for (const [index, id] of ids.entries()) {
    if (index % atOnce === 0) await setImmediate();
    const worths = await readSettlements(desk.db, sourceOf[event], id);
    const own = worths.find(({ source, fact }) => source.id === id && fact?.event === event);
    const weighed = own && (await weigh(desk, own));
    if (weighed?.fact) facts.push(weighed.fact);
  }
  return facts;
}
