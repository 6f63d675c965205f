import { isOverdue } from './overdue.ts';

/** Another debt that bears upon the same line, and since when its ladder asks for the same to be done to it. */
export type OtherDebt = {
  id: string;
  balanceKopecks: number;
  oldestDueOn: string | null;
  askedAt: Date | null;
  isHeld: boolean;
};
type Decided = { decidedAt: Date | null };

/** What a person said yes to stands for every debt that had asked for it by then, until none of them is owed. */
export function isOwedByOthers(others: readonly OtherDebt[], { decidedAt }: Decided, today: string): boolean {
  return others.some((one) => isOverdue(one, today) && hadAsked(one, decidedAt));
}

/** Nobody has said yes to those that asked later: once the line is free of the first, a person decides on them. */
export function listUndecided(
  others: readonly OtherDebt[],
  { decidedAt }: Decided,
  today: string,
): OtherDebt[] {
  return others.filter((one) => isOverdue(one, today) && !one.isHeld && !hadAsked(one, decidedAt));
}

function hadAsked({ askedAt }: OtherDebt, decidedAt: Date | null): boolean {
  return decidedAt !== null && askedAt !== null && askedAt <= decidedAt;
}
