import { wilsonInterval } from '#app/features/scorecard/wilson-interval.ts';
import { levelOf } from './level.ts';

/** What an agent has by now, and what of it in the month a badge is about. */
export type BadgeFacts = {
  /** All points one ever had. */
  earned: number;
  /** On how many days one earned something; the last year is enough. */
  earningDays: number;
  /** From how many colleagues thanks came in the month. */
  thankedBy: number;
  /** Reviews of the month's work drawn by chance, and how many of them were without a critical error. */
  drawn: { n: number; right: number };
};
type BadgeRule = { badge: string; per: 'ever' | 'month'; isEarned(facts: BadgeFacts): boolean };

/** How sure it must be that work is right: with twelve reviews and no critical error it is. */
const sureShare = 0.75;

/**
 * Badges that everybody can have, none of them for being quicker or before others. Each is had once, or once a month:
 * the key of the table says so. For quality only what is safe to say counts, so the lower end of the interval is asked.
 */
export const badgeRules = [
  { badge: 'level-5', per: 'ever', isEarned: ({ earned }) => levelOf(earned).level >= 5 },
  { badge: 'level-10', per: 'ever', isEarned: ({ earned }) => levelOf(earned).level >= 10 },
  { badge: 'days-50', per: 'ever', isEarned: ({ earningDays }) => earningDays >= 50 },
  { badge: 'thanked', per: 'month', isEarned: ({ thankedBy }) => thankedBy >= 3 },
  {
    badge: 'sure-hand',
    per: 'month',
    isEarned: ({ drawn: { n, right } }) => wilsonInterval(right, n).low >= sureShare,
  },
] as const satisfies BadgeRule[];

/** The period a badge of a rule is had in, about a date. */
export const badgePeriod = (per: 'ever' | 'month', day: string) =>
  per === 'ever' ? 'ever' : day.slice(0, 7);
