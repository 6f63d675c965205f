import { sql } from 'drizzle-orm';
import type { Statement } from '../../commit.ts';
import { columns, rowsFrom, textsIn } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import { lineLives, lineUsage, lineUsageDays } from '../schema/churn.ts';
import { lines } from '../schema/subscriber.ts';

/** What one line used on one date. */
export type UsedDay = {
  lineId: string;
  on: string;
  feeKopecks: number;
  minutes: number;
  megabytes: number;
  messages: number;
};

/** The lines of some numbers, by number. */
export async function listLinesByNumber(
  db: TenantDb,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select({ msisdn: lines.msisdn, lineId: lines.id })
    .from(lines)
    .where(sql`${lines.msisdn} ${textsIn(numbers)}`);
  return new Map(rows.map(({ msisdn, lineId }) => [msisdn, lineId]));
}

/**
 * Keeps what was used: a day that was told before is told anew, and its month is the sum of its days again, so that
 * nothing is counted twice. Where a month stays as it was nobody is scored for it.
 */
export function storeUsedDays(db: TenantDb, days: readonly UsedDay[], toldAt: Date): Statement[] {
  const rows = days.map(({ lineId, on, feeKopecks, minutes, megabytes, messages }) => [
    ...[lineId, on, feeKopecks, minutes, megabytes, messages],
  ]);
  const changed = sql`(${lineUsage.feeKopecks}, ${lineUsage.minutes}, ${lineUsage.megabytes}, ${lineUsage.messages})
    is not (excluded.fee_kopecks, excluded.minutes, excluded.megabytes, excluded.messages)`;
  const told = {
    feeKopecks: sql`excluded.fee_kopecks`,
    minutes: sql`excluded.minutes`,
    megabytes: sql`excluded.megabytes`,
    messages: sql`excluded.messages`,
  };
  const months = sql`select distinct value ->> 0 as line_id, substr(value ->> 1, 1, 7) as month ${rowsFrom(rows)}`;
  const sums = sql`select d.line_id, m.month, sum(d.fee_kopecks), sum(d.minutes), sum(d.megabytes), sum(d.messages),
      ${toldAt.getTime()}
    from (${months}) m join line_usage_days d on d.line_id = m.line_id
      and d."on" between m.month || '-01' and m.month || '-31'
    where true group by d.line_id, m.month`;
  return [
    db
      .insert(lineUsageDays)
      .select(sql`select ${columns(6)} ${rowsFrom(rows)}`)
      .onConflictDoUpdate({ target: [lineUsageDays.lineId, lineUsageDays.on], set: told }),
    db
      .insert(lineUsage)
      .select(sums)
      .onConflictDoUpdate({
        target: [lineUsage.lineId, lineUsage.month],
        set: { ...told, toldAt },
        setWhere: changed,
      }),
    moveTraffic(db, days),
  ];
}

/** The last day on which a line that is dated had any traffic. */
function moveTraffic(db: TenantDb, days: readonly UsedDay[]): Statement {
  const last = new Map<string, string>();
  for (const { lineId, on, minutes, megabytes, messages } of days)
    if (minutes + megabytes + messages > 0 && on > (last.get(lineId) ?? '')) last.set(lineId, on);
  const told = JSON.stringify(Object.fromEntries(last));
  const own = sql`(select value from json_each(${told}) where key = ${lineLives.lineId})`;
  return db
    .update(lineLives)
    .set({ lastActiveOn: own })
    .where(
      sql`${lineLives.lineId} ${textsIn([...last.keys()])} and ${own} > coalesce(${lineLives.lastActiveOn}, '')`,
    );
}
