import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { formatFor } from '#app/platform/format.ts';
import type { DebtRow } from '#db/tenant/queries/debt-pages.ts';
import { fillStepText } from './step-text.ts';
import type { StrategyStep } from './strategy.ts';

/** As whom the tenant speaks, from its contact rules. */
export type Speaker = { creditor: string; phone: string };

/**
 * What a step speaks of, kopecks: of what is open all that is overdue on a date, or before it what is due first. Of
 * whom no charge is known, the whole balance; never more than it.
 */
export function sumToPay(
  { balanceKopecks, oldestDueOn }: Pick<DebtRow, 'balanceKopecks' | 'oldestDueOn'>,
  open: readonly { dueOn: string; openKopecks: number }[],
  on: string,
): number {
  const asked = open.filter(({ dueOn }) => dueOn < on || dueOn === oldestDueOn);
  const sum = asked.reduce((total, { openKopecks }) => total + openKopecks, 0);
  return sum > 0 ? Math.min(sum, balanceKopecks) : balanceKopecks;
}

/** The text of a step for one debtor. Subscribers are written to in Russian; a due date has no time zone. */
export function stepMessage(
  { text }: StrategyStep,
  {
    debt,
    sumKopecks,
    speaker,
    on,
  }: {
    debt: Pick<DebtRow, 'subscriberName' | 'oldestDueOn'>;
    sumKopecks: number;
    speaker: Speaker;
    on: string;
  },
): string {
  const { money, day } = formatFor('ru', 'UTC');
  const due = debt.oldestDueOn ?? on;
  return fillStepText(text, {
    name: debt.subscriberName,
    sum: money(sumKopecks),
    due: day(new Date(due)),
    days: String(Math.abs(daysBetween(due, on))),
    creditor: speaker.creditor,
    phone: speaker.phone,
  });
}
