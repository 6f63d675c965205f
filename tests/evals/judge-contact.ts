import { decideContact } from '#app/features/outreach/decide-contact.ts';
import { type History, readArticles } from './contact-articles.ts';

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;
const dayMs = 48 * halfHourMs;
const edgeMs = halfHourMs;
const betweenMs = 359 * minuteMs;
/** With hours on the half, what does not open in two weeks never does: the new year's holidays are ten days. */
const farthestMs = 14 * dayMs;

/** Holds a decision against the articles. `null`: they agree; else what the difference is. */
export function judgeContact(history: History, isThorough: boolean): string | null {
  const at = history.asked.at.getTime();
  const decision = decideContact(history.rules, history.facts, history.earlier, history.asked);
  const brokenAt = readArticles(history);
  const isFree = (instant: number) => brokenAt(instant).length === 0;
  const broken = brokenAt(at);
  if (decision.allowed) return broken.length === 0 ? null : `allowed, against ${broken.join(', ')}`;
  if (decision.rule !== broken[0]) return `refused by ${decision.rule}, and not by ${broken[0]}`;
  if (decision.until === null) return laterAllowed(history, isFree);
  const until = decision.until.getTime();
  if (!isFree(until)) return `not allowed at ${decision.until.toISOString()}`;
  const earlier = firstFree(isFree, at, until, isThorough);
  return earlier === null ? null : `allowed before, at ${new Date(earlier).toISOString()}`;
}

type IsFree = (at: number) => boolean;

/** Every minute when thorough; else those near both ends, and some between them. */
function firstFree(isFree: IsFree, from: number, until: number, isThorough: boolean): number | null {
  for (let at = from; at < until; ) {
    if (isFree(at)) return at;
    const isEdge = at - from < edgeMs || until - at <= edgeMs;
    at = isThorough || isEdge ? at + minuteMs : Math.min(at + betweenMs, until - edgeMs);
  }
  return null;
}

/** Never by itself: nor in all the weeks after the last that is counted and the last paper that ends. */
function laterAllowed({ earlier, facts, asked }: History, isFree: IsFree): string | null {
  const made = earlier.map((one) => one.at.getTime());
  const ends = facts.bars.flatMap(({ until }) => until?.getTime() ?? []);
  const from = Math.max(asked.at.getTime(), ...made, ...ends) + 32 * dayMs;
  for (let at = Math.ceil(from / halfHourMs) * halfHourMs; at < from + farthestMs; at += halfHourMs)
    if (isFree(at)) return `never, yet allowed at ${new Date(at).toISOString()}`;
  return null;
}
