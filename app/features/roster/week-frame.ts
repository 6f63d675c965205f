/** What a person's other weeks and rules leave for one week of his. Slots are the horizon's; costs by counted units. */
export type WeekFrame = {
  fromDay: number;
  toDay: number;
  from: number;
  to: number;
  /** The first start allowed. */
  earliest: number;
  /** Inclusive. */
  latestEnd: number;
  /** Free time counts towards the long rest from here, and when nothing comes after it to there. */
  restFrom: number;
  restTo: number;
  /** Whether a week without work holds its long rest. */
  isEmptyRested: boolean;
  /** Whether the long rest is given already, or not judged. */
  hasRest: boolean;
  /** What a week without it costs; endless where it is the law. */
  noRestCost: number;
  longRest: number;
  /** Least slots between shifts, and the more that are wished for at a cost. */
  rest: number;
  softRest: number;
  softRestCost: number;
  /** By counted units; its length says how many are the most. */
  hoursCost: Float64Array;
  /** Of a shift that starts on a Saturday or Sunday. */
  weekendCost: number;
  /** Night shifts and days of work in a row that end with the day before the week, and that begin with the day after. */
  before: { nights: number; days: number };
  after: { nights: number; days: number };
};

/** Runs to be counted in the walk: none, of nights, or of days. The most allowed, and what each more costs. */
export type RunLimit = { kind: 'nights' | 'days'; most: number; cost: number };
