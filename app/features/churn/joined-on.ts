import { dateAt } from '#app/features/sla/wall-clock.ts';

type Known = { joinedOn: string | null; ownedSince: Date | null; createdAt: Date };

/** The date since which a line counts: as the client company told it, else since it is his, else since we know it. */
export function joinedOnOf({ joinedOn, ownedSince, createdAt }: Known, timeZone: string): string {
  return joinedOn ?? dateAt((ownedSince ?? createdAt).getTime(), timeZone);
}
