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

/** Which sums are moved: those that pages show, or those that are being counted from zero. */
type CellTable = 'report_cells' | 'report_cells_next';
type Into = { sign: 1 | -1; cells: CellTable };
/** Measures of one kind of facts that count on the same day, by the column that tells it. */
type CellMove = { entity: FactEntity; day: string; keys: readonly MeasureKey[] };

/** Every cell is of one of them. */
export const cellMoves: readonly CellMove[] = (Object.keys(factsFrom) as FactEntity[]).flatMap((entity) => {
  const own = measureKeys.filter((key) => measureOf(key).of === entity);
  return [...Map.groupBy(own, (key) => measureOf(key).day)].map(([day, keys]) => ({ entity, day, keys }));
});

/** Adds what a span's facts are worth to the cells, or takes it away. */
export function moveCellsSql(entity: FactEntity, span: Span, into: Into): string[] {
  return cellMoves.filter((move) => move.entity === entity).map((move) => moveSql(move, span, into));
}

/** First groups the facts by everything at once, so that only the few groups are taken apart by each dimension. */
export function moveSql({ entity, day, keys }: CellMove, span: Span, { sign, cells }: Into): string {
  const groups = dimensionsOf[entity];
  const { from, id } = factsFrom[entity];
  const named = (sum: (place: number, key: MeasureKey) => string) =>
    keys.map((key, place) => `${sum(place, key)} as m${place}`).join(', ');
  const again = named((place) => `sum(m${place})`);
  const apart = [
    `select day, 'all' as dimension, '' as key, ${again} from cube group by day`,
    ...groups.map((group) => `select day, '${group}', ${group}, ${again} from cube group by day, ${group}`),
  ];
  const marks = keys.map(
    (key, place) =>
      `select day, '${key}' as measure, dimension, key, m${place} as value from apart where m${place} <> 0`,
  );
  return `
with cube as materialized (
  select ${day} as day, ${groups.join(', ')}, ${named((_, key) => sumSql(key))} from ${from}
  where ${day} is not null and ${span.where(id)} group by ${[day, ...groups].join(', ')}),
apart as materialized (${apart.join(' union all ')}),
days as materialized (
  select date(day * 86400, 'unixepoch') as period, measure, dimension, key, value
  from (${marks.join(' union all ')}))
insert into ${cells} (measure, dimension, grain, period, key, value)
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
