import { type Actor, can } from '#app/features/access/can.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import {
  countLateDebts,
  countStandings,
  listStrategies,
  listTrials,
  listVersionHeads,
} from '#db/tenant/queries/strategies.ts';
import { draftOf, inForceOf } from './strategy-version.ts';

export type StrategyReader = {
  db: TenantDb;
  control: ControlDb;
  actor: Actor;
  now: Date;
  timeZone: string;
};

/** Every strategy with what is in force of it and who stands on it, and the trials. */
export async function readStrategies({ db, control, actor, now, timeZone }: StrategyReader) {
  const heads = await listVersionHeads(db);
  const people = await countStandings(db);
  const rows = await listStrategies(db);
  const trials = await listTrials(db);
  const nameOf = (id: string | null) => rows.find((row) => row.id === id)?.name ?? null;
  const by = await namesOf(
    control,
    trials.map(({ startedBy }) => startedBy),
  );
  return {
    mayWrite: can(actor, 'debt:write'),
    strategies: rows.map(({ id, name, retiredAt }) => {
      const own = heads.filter(({ strategyId }) => strategyId === id);
      const { number = null, inForceFrom = null } = inForceOf(own) ?? {};
      const standing = people.filter(({ strategyId }) => strategyId === id);
      const count = standing.reduce((sum, one) => sum + one.people, 0);
      return {
        id,
        name,
        retiredAt,
        version: number,
        inForceFrom,
        people: count,
        hasDraft: draftOf(own) !== undefined,
      };
    }),
    trials: trials.map(({ salt: _, championId, challengerId, startedBy, ...trial }) => ({
      ...trial,
      champion: nameOf(championId),
      challenger: nameOf(challengerId),
      by: by[startedBy] ?? null,
    })),
    base: await countLateDebts(db, lastFullMonth(dateAt(now.getTime(), timeZone))),
  };
}
export type StrategiesView = Awaited<ReturnType<typeof readStrategies>>;

/** The newest thirty due dates of which it is known whether they were paid within thirty days. */
function lastFullMonth(today: string) {
  return { from: addDays(today, -60), until: addDays(today, -30) };
}
