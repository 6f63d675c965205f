import { type SQL, sql } from 'drizzle-orm';
import { type KeptSpan, type KeptTable, noonOf, one } from './kept-table.ts';

const keys = { carrier: sql`l.carrier`, plan: sql`coalesce(l.tariff_name, '')` };

/** By the definition that held on its date for the line's contract, its own before that for all; without one all count. */
export function countsAsChurn({ kind, account, on }: { kind: SQL; account: SQL; on: SQL }): SQL {
  return sql`coalesce((select exists (select 1 from json_each(c.kinds) where value = ${kind})
    from churn_definitions c where c.carrier_account_id in ('', ${account}) and c."from" <= ${on}
    order by c.carrier_account_id = '', c."from" desc limit 1), 1)`;
}
const isCounted = countsAsChurn({ kind: sql`d.kind`, account: sql`l.carrier_account_id`, on: sql`d."on"` });

/** The active base as it stood at the end of the span: who has joined and is not gone. */
export function baseRows({ to }: KeptSpan): KeptTable {
  const isGone = sql`v.line_id in (select d.line_id from departures d join lines l on l.id = d.line_id
    where d."on" <= ${to} and (d.returned_on is null or d.returned_on > ${to}) and ${isCounted})`;
  return {
    from: sql`line_lives v left join lines l on l.id = v.line_id`,
    id: sql`v.line_id`,
    time: null,
    shown: sql`null as number, ${noonOf(sql`v.joined_on`)} as at, null as channel, l.carrier, null as kind,
      null as state, l.msisdn`,
    keys,
    measures: { active: one(sql`v.joined_on <= ${to} and not ${isGone}`) },
  };
}

/** Lines by the day they joined for the first time. */
export function joinedRows(span: KeptSpan): KeptTable {
  const table = baseRows(span);
  return { ...table, time: { on: sql`v.joined_on` }, measures: { joined: one(sql`true`) } };
}

/** Lines that left, by the day they did. */
export function departureRows(): KeptTable {
  return {
    from: sql`departures d join lines l on l.id = d.line_id`,
    id: sql`d.id`,
    time: { on: sql`d."on"` },
    shown: sql`null as number, ${noonOf(sql`d."on"`)} as at, null as channel, l.carrier, d.kind, null as state, l.msisdn`,
    keys,
    measures: { left: one(isCounted) },
  };
}

/** Lines that had left and came back, by the day they did. */
export function returnRows(): KeptTable {
  const table = departureRows();
  return {
    ...table,
    time: { on: sql`d.returned_on` },
    shown: sql`null as number, ${noonOf(sql`d.returned_on`)} as at, null as channel, l.carrier, d.kind,
      null as state, l.msisdn`,
    measures: { returned: one(isCounted) },
  };
}

/** Talks with those who wished to leave, by the day they ended. */
export function saveRows(): KeptTable {
  const isOver = sql`s.state in ('stayed', 'saved', 'leaves', 'left-later')`;
  return {
    from: sql`save_talks s join lines l on l.id = s.line_id`,
    id: sql`s.id`,
    time: { at: sql`s.closed_at` },
    shown: sql`null as number, s.closed_at as at, null as channel, l.carrier, null as kind, null as state, l.msisdn`,
    keys,
    measures: { talks: one(isOver), saved: one(sql`s.state in ('stayed', 'saved')`) },
  };
}
