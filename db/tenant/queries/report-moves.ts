import {
  dimensionsOf,
  type FactEntity,
  type MeasureKey,
  measureOf,
  measures,
} from '#app/features/metric/measure.ts';
import type { Span } from './report-facts.ts';

const measureKeys = Object.keys(measures) as MeasureKey[];

/** Where an entity's facts lie, and the column of the id by which spans are told. */
export const factsFrom: Record<FactEntity, { from: string; id: string }> = {
  case: { from: 'case_facts', id: 'case_facts.id' },
  clock: {
    from: 'case_clocks join case_facts on case_facts.id = case_clocks.case_id',
    id: 'case_clocks.case_id',
  },
  request: { from: 'request_facts', id: 'request_facts.id' },
  contact: { from: 'contact_facts', id: 'contact_facts.id' },
};

/** Adds what a span's facts are worth to the cells, or takes it away: one statement for each day they count on. */
export function moveCellsSql(entity: FactEntity, span: Span, sign: 1 | -1): string[] {
  const own = measureKeys.filter((key) => measureOf(key).of === entity);
  const byDay = Map.groupBy(own, (key) => measureOf(key).day);
  return [...byDay].map(([day, keys]) => moveSql({ entity, day, keys, span, sign }));
}

type Move = { entity: FactEntity; day: string; keys: readonly MeasureKey[]; span: Span; sign: 1 | -1 };

/** First groups the facts by everything at once, so that only the few groups are taken apart by measure and dimension. */
function moveSql({ entity, day, keys, span, sign }: Move): string {
  const groups = dimensionsOf[entity];
  const { from, id } = factsFrom[entity];
  const sums = keys.map((key, place) => `${sumSql(key)} as m${place}`);
  const marks = keys.map(
    (key, place) =>
      `select day, ${groups.join(', ')}, '${key}' as measure, m${place} as value from cube where m${place} <> 0`,
  );
  const apart = [
    "select day, measure, 'all' as dimension, '' as key, value from marks",
    ...groups.map((group) => `select day, measure, '${group}', ${group}, value from marks`),
  ];
  return `
with cube as materialized (
  select ${day} as day, ${groups.join(', ')}, ${sums.join(', ')} from ${from}
  where ${day} is not null and ${span.where(id)} group by ${[day, ...groups].join(', ')}),
marks as materialized (${marks.join(' union all ')}),
days as materialized (
  select date(day * 86400, 'unixepoch') as period, measure, dimension, key, sum(value) as value
  from (${apart.join(' union all ')}) group by day, measure, dimension, key)
insert into report_cells (measure, dimension, grain, period, key, value)
select measure, dimension, 'day', period, key, ${sign} * value from days
union all
select measure, dimension, 'month', substr(period, 1, 7), key, ${sign} * sum(value) from days
group by measure, dimension, substr(period, 1, 7), key
on conflict (measure, dimension, grain, period, key) do update set value = value + excluded.value`;
}

function sumSql(key: MeasureKey): string {
  const { value, when } = measureOf(key);
  return when === undefined ? `sum(${value})` : `sum(case when ${when} then ${value} else 0 end)`;
}
