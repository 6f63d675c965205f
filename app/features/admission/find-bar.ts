import type { TenantDb } from '#db/open.ts';
import { isBarred } from './bars.ts';
import { readBars } from './read-bars.ts';

/** What a person lacks to do this work. */
export type NotAdmitted = { code: 'not-admitted'; carrier: string | null };
type Desk = { db: TenantDb; actor: { userId: string }; now: Date };
type Work = {
  /** `null`: nobody can tell. */
  carrier: string | null;
  /** Whose the case is, where the work is one. */
  assigneeId?: string | null;
};

/**
 * The rule of every command by which a person acts towards subscribers and carriers of a client company: he has a
 * valid pass for the carrier. What he was given before he lost it he may finish. `null`: nothing bars him.
 */
export async function findBar({ db, actor, now }: Desk, work: Work): Promise<NotAdmitted | null> {
  if (work.assigneeId === actor.userId) return null;
  const barsFor = await readBars(db, [actor.userId], now);
  const { carrier } = work;
  return isBarred(barsFor(actor.userId), carrier) ? { code: 'not-admitted', carrier } : null;
}
