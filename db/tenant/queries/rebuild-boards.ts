import { type SQL, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { boardBands, boardPoints, pointEntries, seasons } from '../schema/quality.ts';

/**
 * Statements that make all boards anew from the ledger: days from entries, weeks from days, months and seasons from
 * what lies wholly within them, weeks and months, and from the days of the rest. So few rows are sorted twice.
 */
export function rebuildBoards(db: TenantDb): Statement[] {
  return [
    db.delete(boardPoints),
    db.delete(boardBands),
    db.insert(boardPoints).select(daysOfLedger(db)),
    countBands(db, 'day'),
    db.insert(boardPoints).select(gather(inWeeks)),
    countBands(db, 'week'),
    db.insert(boardPoints).select(gather(inMonths)),
    countBands(db, 'month'),
    db.insert(boardPoints).select(gather(inSeasons)),
    countBands(db, 'season'),
  ];
}

function daysOfLedger(db: TenantDb) {
  return db
    .select({
      period: sql<string>`'day:' || ${pointEntries.day}`.as('period'),
      agentId: pointEntries.agentId,
      points: sql<number>`sum(${pointEntries.applied})`.as('points'),
      reachedAt: sql<number>`max(${pointEntries.recordedAt})`.as('reached_at'),
    })
    .from(pointEntries)
    .where(sql`${pointEntries.applied} <> 0`)
    .groupBy(pointEntries.day, pointEntries.agentId);
}

type Kind = 'day' | 'week' | 'month' | 'season';

/** `;` follows `:`, so these are the periods of one kind. The width of a band is that of quality-boards.ts. */
const isOf = (kind: Kind) => sql`period >= ${`${kind}:`} and period < ${`${kind};`}`;

function countBands(db: TenantDb, kind: Kind): Statement {
  return db
    .insert(boardBands)
    .select(sql`select period, points / 5, count(*) from ${boardPoints} where ${isOf(kind)} group by 1, 2`);
}

/** The bands know every period by a few rows, where the boards have one for each agent. */
const periodsOf = (kind: Kind) => sql`(select distinct period from ${boardBands} where ${isOf(kind)})`;

/**
 * Boards of what `parts` name, as `period` and the `whole` it belongs to. By its primary key a board comes in the order
 * of its agents, and what comes sorted is grouped in half the time; the index that ranks it is no wider, so unasked
 * SQLite takes that.
 */
function gather(parts: SQL): SQL {
  return sql`select whole, agent_id, sum(points), max(reached_at) from (${parts}) as part
    cross join ${boardPoints} indexed by sqlite_autoindex_board_points_1 on ${boardPoints}.period = part.period
    group by 1, 2`;
}

const dayOf = sql`substr(period, 5)`;
const mondayOf = sql`date(${dayOf}, 'weekday 0', '-6 days')`;
const sundayOf = sql`date(${dayOf}, 'weekday 0')`;
const monthOf = (date: SQL) => sql`substr(${date}, 1, 7)`;
const seasonOf = (date: SQL) =>
  sql`(select id from ${seasons} where ${seasons}."from" <= ${date} order by ${seasons}."from" desc limit 1)`;

const inWeeks = sql`select period, 'week:' || ${mondayOf} as whole from ${periodsOf('day')}`;

const monday = sql`substr(period, 6)`;
const inMonths = sql`
  select period, 'month:' || ${monthOf(monday)} as whole from ${periodsOf('week')}
    where ${monthOf(monday)} = ${monthOf(sql`date(${monday}, '+6 days')`)}
  union all
  select period, 'month:' || ${monthOf(dayOf)} from ${periodsOf('day')}
    where ${monthOf(mondayOf)} <> ${monthOf(sundayOf)}`;

/** No month has a day after its 31st, and dates are compared as texts. */
const endsOf = (month: SQL) => [seasonOf(sql`${month} || '-01'`), seasonOf(sql`${month} || '-31'`)] as const;
const [firstOfMonth, lastOfMonth] = endsOf(sql`substr(period, 7)`);
const [firstOfDay, lastOfDay] = endsOf(monthOf(dayOf));
const inSeasons = sql`
  select period, 'season:' || ${firstOfMonth} as whole from ${periodsOf('month')}
    where ${firstOfMonth} = ${lastOfMonth}
  union all
  select period, 'season:' || ${seasonOf(dayOf)} from ${periodsOf('day')}
    where ${firstOfDay} is not ${lastOfDay}`;
