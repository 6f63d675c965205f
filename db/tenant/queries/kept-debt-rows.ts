import { type SQL, sql } from 'drizzle-orm';
import { bucketOf, everyone, nextBucket, overdueOn } from './debt-history.ts';
import { type KeptSpan, type KeptTable, noonOf, one } from './kept-table.ts';

const lineOfDebt = sql`left join lines l on l.id = r.line_id`;
const shownOf = (at: SQL) =>
  sql`null as number, ${at} as at, null as channel, l.carrier, null as kind, null as state, l.msisdn`;

/** What was paid, kopecks, by the date it counts for; the sign is as a person says it. */
export function paymentRows(): KeptTable {
  return {
    from: sql`journal_entries e join receivables r on r.id = e.receivable_id ${lineOfDebt}`,
    id: sql`e.id`,
    time: { on: sql`e."on"` },
    shown: shownOf(noonOf(sql`e."on"`)),
    keys: {},
    measures: { collected: { when: sql`e.kind = 'payment'`, value: sql`-e.kopecks` } },
  };
}

/** Promises to pay that ended, by the last date they named. */
export function promiseRows(): KeptTable {
  const isOver = sql`p.state in ('kept', 'broken')`;
  return {
    from: sql`promises p join receivables r on r.id = p.receivable_id ${lineOfDebt}`,
    id: sql`p.id`,
    time: { on: sql`p.last_on` },
    shown: shownOf(noonOf(sql`p.last_on`)),
    keys: {},
    measures: { promised: one(isOver), kept: one(sql`p.state = 'kept'`) },
  };
}

/** What was overdue at the beginning of the last date of the span; of today, what is still open of it. */
export function overdueRows({ to, today }: KeptSpan): KeptTable {
  const open = sql`(select r.id, r.oldest_due_on as oldest, (select coalesce(sum(c.open_kopecks), 0) from charges c
    where c.receivable_id = r.id and c.due_on < ${to} and c.open_kopecks > 0) as kopecks
    from receivables r where r.oldest_due_on < ${to})`;
  const stood = to >= today ? open : sql`(${overdueOn(everyone, to)})`;
  return {
    from: sql`${stood} o join receivables r on r.id = o.id ${lineOfDebt}`,
    id: sql`o.id`,
    time: null,
    shown: shownOf(noonOf(sql`o.oldest`)),
    keys: { bucket: bucketOf(sql`o.oldest`, to) },
    measures: { overdue: { when: sql`true`, value: sql`o.kopecks` } },
  };
}

/** Who was overdue at the beginning of the first date of the span, and where he stood at the beginning of its last. */
export function rollRows({ from, to }: KeptSpan): KeptTable {
  const before = bucketOf(sql`o.oldest`, from);
  const isWorse = sql`n.id is not null and ${bucketOf(sql`n.oldest`, to)} = ${nextBucket(before)}`;
  return {
    from: sql`(${overdueOn(everyone, from)}) o left join (${overdueOn(everyone, to)}) n on n.id = o.id
      join receivables r on r.id = o.id ${lineOfDebt}`,
    id: sql`o.id`,
    time: null,
    shown: shownOf(noonOf(sql`o.oldest`)),
    keys: { bucket: before },
    measures: {
      stood: one(sql`true`),
      cured: one(sql`n.id is null`),
      stoodKopecks: { when: sql`true`, value: sql`o.kopecks` },
      rolledKopecks: { when: isWorse, value: sql`min(o.kopecks, n.kopecks)` },
    },
  };
}
