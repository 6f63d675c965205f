import { and, type SQL, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { CampaignKind } from '#app/features/campaign/campaign.ts';
import type { ChoiceField, Condition, Conditions, NumberField } from '#app/features/campaign/conditions.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { textsIn } from '#db/json-rows.ts';
import { audienceLines } from '../schema/campaign.ts';

type Choice = Extract<Condition, { values: string[] }>;
type Column = (typeof audienceLines)[keyof typeof audienceLines.$inferSelect];
/** The rows that have at least so much, or at most so much, on a date of the tenant's zone. */
type Bounds = Record<'at-least' | 'at-most', (value: number, today: string) => SQL>;
const known = audienceLines;

/** What the kind of a campaign says of whom it is for: who left comes back, the others are still here. */
export function fitsKind(kind: CampaignKind): SQL {
  return kind === 'win-back' ? sql`${known.leftOn} is not null` : sql`${known.leftOn} is null`;
}

/** The rows that fit all conditions. Values are parameters and fields our own columns: nothing of them becomes SQL. */
export function fitsAll(conditions: Conditions, today: string): SQL {
  const each = conditions.map((one) =>
    'values' in one ? fitsChoice(one) : bounds[one.field][one.is](one.value, today),
  );
  return and(...each) ?? sql`true`;
}

/** What is not known is neither. */
function plain(column: Column): Bounds {
  return {
    'at-least': (value) => sql`${column} >= ${value}`,
    'at-most': (value) => sql`${column} <= ${value}`,
  };
}

const bounds: Record<NumberField, Bounds> = {
  risk: plain(known.risk),
  balance: plain(known.balance),
  fee: plain(known.fee),
  overdue: plain(known.overdue),
  'cases-90': plain(known.cases90),
  'complaints-90': plain(known.complaints90),
  'failed-requests-90': plain(known.failedRequests90),
  'last-rating': plain(known.lastRating),
  'tenure-months': {
    'at-least': (months, today) => sql`${known.ownedOn} <= ${monthsBefore(today, months)}`,
    'at-most': (months, today) => sql`${known.ownedOn} > ${monthsBefore(today, months + 1)}`,
  },
  /** Who owes nothing is no day late. */
  'days-late': {
    'at-least': (days, today) => sql`(${days} <= 0 or ${known.overdueSince} <= ${daysBefore(today, days)})`,
    'at-most': (days, today) =>
      sql`(${known.overdueSince} is null and ${days} >= 0 or ${known.overdueSince} >= ${daysBefore(today, days)})`,
  },
  /** Who was never contacted was not for however long. */
  'days-since-contact': {
    'at-least': (days, today) =>
      sql`(${known.contactedOn} is null or ${known.contactedOn} <= ${daysBefore(today, days)})`,
    'at-most': (days, today) => sql`${known.contactedOn} >= ${daysBefore(today, days)}`,
  },
  'days-since-left': {
    'at-least': (days, today) => sql`${known.leftOn} <= ${daysBefore(today, days)}`,
    'at-most': (days, today) => sql`${known.leftOn} >= ${daysBefore(today, days)}`,
  },
};

/** A century is as good as any time before it. */
const longest = { days: 36_500, months: 1200 };

function daysBefore(today: string, days: number): string {
  return addDays(today, -clamp(days, longest.days));
}

function monthsBefore(today: string, months: number): string {
  return Temporal.PlainDate.from(today)
    .subtract({ months: clamp(months, longest.months) })
    .toString();
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, -most), most);
}

/** Columns that hold one text, and those that hold a JSON list of them. */
const singles = {
  carrier: known.carrier,
  tariff: known.tariff,
  region: known.region,
  'left-because': known.leftBecause,
} as const;
const lists = {
  option: known.options,
  topic: known.topics,
  'risk-reason': known.riskReasons,
  'helped-by': known.helpedBy,
} as const;

function fitsChoice({ field, is, values }: Choice): SQL {
  const isAny = isSingle(field)
    ? sql`${singles[field]} ${textsIn(values)}`
    : sql`(${sql.join(
        values.map((value) => (field === 'risk-reason' ? names(value) : holds(lists[field], value))),
        sql` or `,
      )})`;
  // Of what is not known nothing is said: it is none of them.
  return is === 'any-of' ? isAny : sql`not coalesce(${isAny}, false)`;
}

function isSingle(field: ChoiceField): field is keyof typeof singles {
  return Object.hasOwn(singles, field);
}

/** A reason stands with the figure it had, or without: `"uses-less:40"`. */
function names(reason: string): SQL {
  const begun = JSON.stringify(reason).slice(0, -1);
  return sql`(instr(${known.riskReasons}, ${`${begun}"`}) > 0 or instr(${known.riskReasons}, ${`${begun}:`}) > 0)`;
}

function holds(column: Column, value: string): SQL {
  return sql`instr(${column}, ${JSON.stringify(value)}) > 0`;
}
