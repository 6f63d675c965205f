import { Temporal } from 'temporal-polyfill';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listWorkedCases } from '#db/tenant/queries/point-facts.ts';
import { demandNothingFrom, listPointRules, listSeasons } from '#db/tenant/queries/quality-points.ts';
import { pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { weighDifficulty } from './difficulty.ts';
import type { RuleInput } from './points.ts';
import { dayOf } from './season.ts';
import type { PointDesk } from './settle-points.ts';

export type GameRefusal =
  | { code: 'forbidden'; action: 'points:write' }
  | { code: 'not-a-date'; from: string }
  /** What was settled would belong to another season: the earliest date is tomorrow's. */
  | { code: 'season-begun'; from: string }
  | { code: 'rule-not-found' }
  | { code: 'conflict' };

/** How hard work is, is counted by the cases of so many days, by the newest when there are more. */
const difficultyDays = 90;
const mostWorked = 20_000;

type GameDesk = PointDesk & { actor: Actor };
const forbidden: GameRefusal = { code: 'forbidden', action: 'points:write' };

/** Opens a season from a coming date of the centre's zone; the one before ends there. The first may begin today. */
export async function openSeason(
  { db, actor, now, timeZone }: GameDesk,
  input: { id: string; name: string; from: string; disputeDays?: number },
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'points:write')) return refuse(forbidden);
  if (!isDate(input.from)) return refuse({ code: 'not-a-date', from: input.from });
  const [known] = await db.select({ id: seasons.id }).from(seasons).limit(1);
  const today = dayOf(now, timeZone);
  const isBegun = known ? input.from <= today : input.from < today;
  if (isBegun) return refuse({ code: 'season-begun', from: input.from });
  const since = new Date(now.getTime() - difficultyDays * 86_400_000);
  const difficulty = weighDifficulty(await listWorkedCases(db, since, mostWorked));
  const row = { ...input, difficulty, openedBy: actor.userId, openedAt: now };
  const written = await commit(db, [db.insert(seasons).values(row), demandNothingFrom(db, row)]);
  if (written.ok) return ok(null);
  const isTaken = (await listSeasons(db)).some(({ from }) => from === input.from);
  return refuse(isTaken ? { code: 'conflict' } : { code: 'season-begun', from: input.from });
}

/** A rule that counts from now on. */
export function addRule(desk: GameDesk, id: string, input: RuleInput): Promise<Ruled> {
  return writeRule(desk, id, 1, input);
}

/** Changes a rule from now on, in the middle of a season too; what happened before counts by what held then. */
export async function setRule(desk: GameDesk, id: string, input: RuleInput): Promise<Ruled> {
  const versions = (await listPointRules(desk.db)).filter((rule) => rule.id === id);
  if (versions.length === 0) return refuse({ code: 'rule-not-found' });
  return writeRule(desk, id, versions.length + 1, input);
}

type Ruled = Result<{ version: number }, GameRefusal>;

async function writeRule({ db, actor, now }: GameDesk, id: string, version: number, input: RuleInput) {
  if (!can(actor, 'points:write')) return refuse(forbidden);
  const row = { ...input, id, version, from: now, setBy: actor.userId };
  const written = await commit(db, [db.insert(pointRules).values(row)]);
  return written.ok ? ok({ version }) : refuse<GameRefusal>({ code: 'conflict' });
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
