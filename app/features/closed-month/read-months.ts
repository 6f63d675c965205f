import { dateAt } from '#app/features/sla/wall-clock.ts';
import { listClosedMonths } from '#db/tenant/queries/closed-months.ts';
import { type Difference, differencesOf, type MonthSnapshot, monthBefore } from './month-snapshot.ts';
import { firstBroken, type SealedMonth } from './seal-month.ts';
import { type MonthReader, takeSnapshot } from './take-snapshot.ts';

export type SealedReader = MonthReader & { secretKey: Buffer };
export type MonthsView = Awaited<ReturnType<typeof readMonths>>;
export type MonthView = NonNullable<Awaited<ReturnType<typeof readMonth>>>;

/** So many months back one is reminded of what was not closed. */
const proposedMonths = 3;

/** Every closed month, the newest first; which wait to be closed; which record is not as it was signed. */
export async function readMonths({ db, now, timeZone, secretKey }: SealedReader) {
  const rows = await listClosedMonths(db);
  const byMonth = Map.groupBy(rows, ({ month }) => month);
  const months = [...byMonth].map(([month, [first, ...corrections]]) => ({
    month,
    closedBy: first?.closedBy ?? '',
    closedAt: first?.closedAt ?? now,
    corrections: corrections.length,
  }));
  const today = dateAt(now.getTime(), timeZone);
  const over = [monthBefore(today.slice(0, 7))];
  while (over.length < proposedMonths) over.push(monthBefore(over.at(-1) ?? today));
  return {
    months: months.sort((a, b) => b.month.localeCompare(a.month)),
    proposed: over.filter((month) => !byMonth.has(month)),
    isEarly: today.slice(8) < '08',
    brokenMonth: firstBroken(secretKey, db.tenantId, rows)?.month ?? null,
  };
}

/** The revisions of a month, the first closed first. `null`: it was not closed. */
async function readRevisions({ db, secretKey }: SealedReader, month: string) {
  const rows = await listClosedMonths(db);
  const own = rows.filter((row) => row.month === month);
  const broken = firstBroken(secretKey, db.tenantId, rows);
  return own.length === 0 ? null : { own, isBroken: broken !== null && own.includes(broken) };
}

export function snapshotOf({ snapshot }: SealedMonth): MonthSnapshot {
  return JSON.parse(snapshot);
}

/** A closed month with its corrections; for whoever may correct it, what counting it anew now would change. */
export async function readMonth(reader: SealedReader, month: string, mayCorrect: boolean) {
  const revisions = await readRevisions(reader, month);
  const newest = revisions?.own.at(-1);
  if (!revisions || !newest) return null;
  const { terms, registry, definitions, figures } = snapshotOf(newest);
  const pending = mayCorrect ? differencesOf(figures, (await takeSnapshot(reader, month)).figures) : null;
  return {
    month,
    isBroken: revisions.isBroken,
    registry,
    definitions,
    pending,
    termsFrom: terms?.effectiveFrom ?? null,
    figures: figures.filter(({ step }) => step === null),
    revisions: revisions.own.map(({ revision, reason, closedBy, closedAt, hash }, place) => ({
      revision,
      reason,
      closedBy,
      closedAt,
      hash,
      differences: correctionOf(revisions.own[place - 1], revisions.own[place]),
    })),
  };
}

function correctionOf(before: SealedMonth | undefined, after: SealedMonth | undefined): Difference[] {
  return before && after ? differencesOf(snapshotOf(before).figures, snapshotOf(after).figures) : [];
}
