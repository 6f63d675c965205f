import { readGoals } from '#app/features/board/read-goals.ts';
import { usualShiftHours } from '#app/features/points/difficulty.ts';
import type { PointRule } from '#app/features/points/points.ts';
import { dayOf, seasonOn } from '#app/features/points/season.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import type { ControlDb } from '#db/open.ts';
import { listQuests, listShiftLengths, listTeamGoals } from '#db/tenant/queries/game.ts';
import { listPointRules, listSeasons } from '#db/tenant/queries/quality-points.ts';
import type { GameDesk } from './set-player.ts';

/** All that a manager sets of the game. */
export async function readGameRules(desk: GameDesk & { control: ControlDb }) {
  const { db, control, now, timeZone } = desk;
  const today = dayOf(now, timeZone);
  const seasons = await listSeasons(db);
  const rules = new Map<string, PointRule>();
  for (const rule of await listPointRules(db)) rules.set(rule.id, rule);
  const colleagues = await listColleagues(control, db.tenantId);
  const shifts = new Map<string, number>();
  for (const { agentId, from, hours } of await listShiftLengths(db)) {
    if (from <= addDays(today, 1)) shifts.set(agentId, hours);
  }
  return {
    /** The earliest day on which a season may begin. */
    earliest: seasons.length === 0 ? today : addDays(today, 1),
    seasons: seasons.map(({ id, name, from, disputeDays }) => ({ id, name, from, disputeDays })).reverse(),
    currentId: seasonOn(seasons, today)?.id ?? null,
    rules: [...rules.values()],
    colleagues: colleagues.map(({ id, name }) => ({ id, name, hours: shifts.get(id) ?? usualShiftHours })),
    quests: await listQuests(db),
    goals: await readGoals(desk),
    coming: (await listTeamGoals(db, today)).filter(({ from }) => from > today),
  };
}
