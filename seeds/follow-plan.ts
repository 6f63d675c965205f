import type { PresenceState } from '#app/features/routing/routing.ts';
import { setPresence } from '#app/features/routing/set-presence.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getPresence } from '#db/tenant/queries/routing.ts';
import { hasPublishedPlan, listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { listAbsencesWithin } from '#db/tenant/queries/shifts.ts';

type Desk = { db: TenantDb; control: ControlDb; now: Date; timeZone: string };

/** People come, pause and go as they were told, but for those who are away; where nobody was told of a plan, they stay as they are. */
export async function followPlan(desk: Desk, people: readonly string[]): Promise<void> {
  const { db, now, timeZone } = desk;
  if (!(await hasPublishedPlan(db, dateAt(now.getTime(), timeZone)))) return;
  const moment = { from: now, to: new Date(now.getTime() + 1) };
  const told = await listPublishedAt(db, moment, people);
  const away = new Set((await listAbsencesWithin(db, moment)).map(({ userId }) => userId));
  for (const userId of people) {
    const shift = away.has(userId) ? undefined : told.find((one) => one.userId === userId);
    const planned = shift ? stateIn(shift, now.getTime()) : 'offline';
    const said = (await getPresence(db, userId))?.state ?? 'offline';
    const isSame = said === planned || (said === 'busy' && planned === 'online');
    if (!isSame) await setPresence({ ...desk, actor: { userId, name: '', roles: ['agent'] } }, planned);
  }
}

function stateIn(
  { breaks }: { breaks: readonly { startsAt: number; endsAt: number }[] },
  now: number,
): PresenceState {
  return breaks.some(({ startsAt, endsAt }) => startsAt <= now && now < endsAt) ? 'away' : 'online';
}
