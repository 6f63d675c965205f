/** Hard: never broken. Soft: each breach costs its weight. Off: not looked at. */
export type RuleMode = 'hard' | 'soft' | 'off';
export type ShiftRule = { mode: RuleMode; value: number; weight: number };

/** What each rule's value is. The articles stand beside them in the tenant's settings. */
export const shiftRuleUnits = {
  /** Minutes counted in a week; the value is what one may work beyond his own, mostly 0. TK 91, 92. */
  'week-hours': 'minutes',
  /** Minutes counted in the horizon, summarised; the same. TK 104. */
  'period-hours': 'minutes',
  /** Minutes worked in a shift beyond his own greatest. TK 94. */
  'day-hours': 'minutes',
  /** Less between two shifts is two in a row. TK 103. */
  'two-in-a-row': 'minutes',
  /** Rest between shifts: the company's own. */
  'rest-between': 'minutes',
  /** Once a week so long a rest: it begins in the week, or so much of it lies within. TK 110. */
  'weekly-rest': 'minutes',
  'nights-in-a-row': 'shifts',
  'days-in-a-row': 'days',
  /** A night shift is so much shorter than his longest and counts so much more. TK 96. */
  'night-shorter': 'minutes',
  /** Nobody who must not works in 22–06. TK 96, 259, 268. */
  'night-barred': 'none',
  /** The same on days off and holidays. TK 113, 259, 268. */
  'weekend-barred': 'none',
  'holiday-barred': 'none',
  /** A shift on the day before a holiday counts so much more. TK 95. */
  'holiday-eve-shorter': 'minutes',
  /** Weekends with work in the horizon. */
  'weekends-worked': 'weekends',
  /** One shift may start a day. */
  'one-a-day': 'none',
  /** Nobody works while he is away. */
  away: 'none',
} as const;

export type ShiftRuleKey = keyof typeof shiftRuleUnits;
export type ShiftRules = Readonly<Record<ShiftRuleKey, ShiftRule>>;

/** The law as hard rules, the company's own as it mostly is. Weights are in half hours of one person's missing. */
export const usualShiftRules: ShiftRules = {
  'week-hours': { mode: 'hard', value: 0, weight: 4 },
  'period-hours': { mode: 'hard', value: 0, weight: 4 },
  'day-hours': { mode: 'hard', value: 0, weight: 40 },
  'two-in-a-row': { mode: 'hard', value: 480, weight: 200 },
  'rest-between': { mode: 'hard', value: 720, weight: 40 },
  'weekly-rest': { mode: 'hard', value: 2520, weight: 200 },
  'nights-in-a-row': { mode: 'hard', value: 3, weight: 40 },
  'days-in-a-row': { mode: 'hard', value: 6, weight: 40 },
  'night-shorter': { mode: 'hard', value: 60, weight: 40 },
  'night-barred': { mode: 'hard', value: 0, weight: 400 },
  'weekend-barred': { mode: 'hard', value: 0, weight: 400 },
  'holiday-barred': { mode: 'hard', value: 0, weight: 400 },
  'holiday-eve-shorter': { mode: 'off', value: 60, weight: 40 },
  'weekends-worked': { mode: 'off', value: 3, weight: 20 },
  'one-a-day': { mode: 'hard', value: 0, weight: 400 },
  away: { mode: 'hard', value: 0, weight: 400 },
};
