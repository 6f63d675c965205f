import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listLineLives } from '#db/tenant/queries/line-lives.ts';
import type { AsOf, LineLife } from './line-life.ts';

const dayMs = 86_400_000;
/** As much as the features of a day look back: a year of bills, half a year of talk, five months of use. */
const back = { chargesDays: 380, talkDays: 185, useDays: 160, balanceDays: 36 };

/** What is known of some lines, back as far as the features of a day reach. */
export async function readLives(
  db: TenantDb,
  lineIds: readonly string[],
  first: AsOf,
  timeZone: string,
): Promise<LineLife[]> {
  const rows = await listLineLives(db, lineIds, {
    month: addDays(first.on, -back.useDays).slice(0, 7),
    at: first.at - back.talkDays * dayMs,
    dueOn: addDays(first.on, -back.chargesDays),
    balancesAt: first.at - back.balanceDays * dayMs,
  });
  return rows.map(({ knownSince, ...life }) => ({
    ...life,
    joinedOn: life.joinedOn ?? dateAt(knownSince, timeZone),
  }));
}
