import { getShiftHours } from '#db/tenant/queries/point-facts.ts';
import { listSeasons } from '#db/tenant/queries/quality-points.ts';
import { difficultyKey, usualShiftHours, workWeight } from './difficulty.ts';
import { countedEvents } from './points.ts';
import { readSettlements, type Worth } from './read-settlements.ts';
import { refreshBadges } from './refresh-badges.ts';
import { dayOf, seasonOn } from './season.ts';
import { type PointDesk, settlePoints } from './settle-points.ts';
import type { PointSourceType } from './settle-work.ts';

/** Settles what a source is worth by now, and what hangs on it. `false`: there is no such source. */
export async function settleSource(desk: PointDesk, type: PointSourceType, id: string): Promise<boolean> {
  const found = await readSettlements(desk.db, type, id);
  if ((await listSeasons(desk.db)).length === 0) return found.length > 0;
  for (const worth of found) {
    const settled = await settlePoints(desk, { ...(await weigh(desk, worth)), actor: 'worker' });
    if (!settled.ok) throw new Error(`The points of the ${type} ${id} lost every race.`);
    for (const { agentId, day } of settled.value.touched) await refreshBadges(desk, agentId, day);
  }
  return found.length > 0;
}

/** Gives counted work its weight, and tells it among the reasons. */
export async function weigh({ db, timeZone }: PointDesk, { kind, ...worth }: Worth) {
  const { fact, why } = worth;
  if (!fact || !countedEvents.some((event) => event === fact.event)) return worth;
  const day = dayOf(fact.occurredAt, timeZone);
  const difficulty = seasonOn(await listSeasons(db), day)?.difficulty ?? {};
  const difficultyPercent = (kind && difficulty[difficultyKey(kind)]) ?? 100;
  const shiftHours = (await getShiftHours(db, fact.agentId, day)) ?? usualShiftHours;
  const weightPercent = workWeight(difficultyPercent, shiftHours);
  return { ...worth, fact: { ...fact, weightPercent }, why: { ...why, difficultyPercent, shiftHours } };
}
