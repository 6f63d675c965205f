import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { StrategyRules } from '#app/features/ladder/strategy.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import {
  countReceivables,
  listHeld,
  listPastCharges,
  listSettledParts,
} from '#db/tenant/queries/debt-courses.ts';
import { getContactLimits, listStrategies, listStrategyVersions } from '#db/tenant/queries/strategies.ts';
import { forbidden, type StrategyDesk, type StrategyRefused } from './change-strategy.ts';
import { type DebtCourse, simulateStrategy, warmUpDays } from './simulate-strategy.ts';
import type { Simulation } from './simulation.ts';
import { inForceOf } from './strategy-version.ts';

/** `page`: which part of the base, from nought. */
export const SimulationInput = z.strictObject({ rules: StrategyRules, page: z.int().min(0).max(100) });

/** One part of the base under the rules that were asked about and under those in force. */
export type SimulationPage = {
  page: number;
  pages: number;
  /** All receivables, of which the pages may be a sample. */
  base: number;
  from: string;
  until: string;
  asked: Simulation;
  /** `null`: nothing is in force yet. */
  inForce: { name: string; simulation: Simulation } | null;
};

const pageSize = 500;
const mostPages = 20;

/**
 * Simulates one page of the base over the last calendar month; the pages are asked for one after another, so that
 * nobody else waits. Of a large base twenty pages are read, evenly spread.
 */
export async function readSimulation(
  desk: StrategyDesk & { timeZone: string },
  strategyId: string,
  { rules, page }: z.infer<typeof SimulationInput>,
): StrategyRefused<SimulationPage> {
  const { db, actor, now, timeZone } = desk;
  if (!can(actor, 'debt:write')) return refuse(forbidden);
  const held = await findInForce(desk, strategyId);
  if (held === undefined) return refuse({ code: 'strategy-not-found' });
  const base = await countReceivables(db);
  const pages = Math.min(mostPages, Math.ceil(base / pageSize));
  const skip = Math.floor((page * base) / Math.max(1, pages));
  const month = lastMonth(dateAt(now.getTime(), timeZone));
  const span = { ...month, timeZone, limits: (await getContactLimits(db, now)) ?? lawfulLimits };
  const courses = page < pages ? await readCourses(desk, skip, month.from) : [];
  return ok({
    page,
    pages,
    base,
    ...month,
    asked: simulateStrategy(courses, rules, span),
    inForce: held && { name: held.name, simulation: simulateStrategy(courses, held.rules, span) },
  });
}

/** What is in force of the strategy itself, or else of the oldest that is in use; `undefined`: it is not there. */
async function findInForce({ db }: StrategyDesk, strategyId: string) {
  const all = await listStrategies(db);
  const own = all.find(({ id }) => id === strategyId);
  if (!own) return undefined;
  const oldest = all.filter(({ retiredAt }) => retiredAt === null).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, name } of [own, ...oldest]) {
    const version = inForceOf(await listStrategyVersions(db, id));
    if (version) return { name, rules: version.rules };
  }
  return null;
}

async function readCourses(
  { db, timeZone }: Pick<StrategyDesk, 'db'> & { timeZone: string },
  skip: number,
  from: string,
): Promise<DebtCourse[]> {
  const rows = await listPastCharges(db, { skip, limit: pageSize, since: addDays(from, -warmUpDays) });
  const parts = await listSettledParts(
    db,
    rows.map(({ chargeId }) => chargeId),
  );
  const paidOf = Map.groupBy(parts, ({ chargeId }) => chargeId);
  const heldOf = await readHeld({ db, timeZone }, rows);
  return [...Map.groupBy(rows, ({ receivableId }) => receivableId)].flatMap(([receivableId, own]) => {
    const [{ subscriber, carrier } = { subscriber: 'person' as const, carrier: null }] = own;
    const charges = own.map(({ chargeId, bookedOn, dueOn, kopecks, probability }) => {
      const riskPerMille = probability === null ? null : Math.round(probability * 1000);
      return { bookedOn, dueOn, kopecks, riskPerMille, paid: paidOf.get(chargeId) ?? [] };
    });
    const held = heldOf.get(receivableId) ?? [];
    return [{ receivableId, subscriber, carrier, charges, held }];
  });
}

/** By receivable, in dates of the zone; a promise that nobody ended held until the day after its last date. */
async function readHeld(
  { db, timeZone }: Pick<StrategyDesk, 'db'> & { timeZone: string },
  rows: readonly { receivableId: string }[],
) {
  const ids = [...new Set(rows.map(({ receivableId }) => receivableId))];
  const held = (await listHeld(db, ids)).map(({ receivableId, hold, from, until, lastOn }) => {
    const over = lastOn && addDays(lastOn, 1);
    const ended = until === null ? over : dateAt(until, timeZone);
    const first = over && ended && over < ended ? over : ended;
    return { receivableId, hold, from: dateAt(from, timeZone), until: first };
  });
  return Map.groupBy(held, ({ receivableId }) => receivableId);
}

/** The last calendar month that is over. */
function lastMonth(today: string) {
  const until = `${today.slice(0, 7)}-01`;
  return { from: `${addDays(until, -1).slice(0, 7)}-01`, until };
}
