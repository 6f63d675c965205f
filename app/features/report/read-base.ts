import { baseByDay, baseByMonth, countedOf } from '#app/features/churn/active-base.ts';
import { readChurnPage } from '#app/features/churn/read-churn-page.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { listDefinitions } from '#db/tenant/queries/churn.ts';
import { type BaseKey, countSaves, listJoinedBy, listLeftBy } from '#db/tenant/queries/report-pages.ts';
import type { ReportPeriod } from './period.ts';
import { type ReportReader, readSurroundings } from './read-month.ts';

export type BaseView = Awaited<ReturnType<typeof readBase>>;

/** The active base, who left it and who was kept, of one month and by what lines are. */
export async function readBase(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { months, cohorts, reasons, kinds, uncounted } = await readChurnPage(reader, around.today);
  return {
    around,
    months,
    cohorts,
    reasons,
    kinds,
    uncounted,
    saves: await readSaves(reader, around.period),
    carriers: await readApart(reader, around.period, 'carrier'),
    plans: await readApart(reader, around.period, 'tariff'),
  };
}

async function readSaves({ db, timeZone }: ReportReader, { from, to }: ReportPeriod) {
  const span = {
    from: new Date(midnightOf(from, timeZone)),
    before: new Date(midnightOf(addDays(to, 1), timeZone)),
  };
  const rows = await countSaves(db, span);
  const of = (...states: (typeof rows)[number]['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((all, { talks }) => all + talks, 0);
  const [stayed, left] = [of('stayed', 'saved'), of('leaves', 'left-later')];
  return { asked: stayed + left, stayed, left };
}

/** The same base by carrier or plan: what leaving is, is the same everywhere, so the parts make up the whole. */
async function readApart({ db }: ReportReader, { from, to }: ReportPeriod, by: BaseKey) {
  const [definitions, joined, left] = await Promise.all([
    listDefinitions(db),
    listJoinedBy(db, by, to),
    listLeftBy(db, by, to),
  ]);
  const counted = Map.groupBy(countedOf(left, definitions), ({ key }) => key);
  return [...Map.groupBy(joined, ({ key }) => key)]
    .flatMap(([key, own]) =>
      baseByMonth(baseByDay(own, counted.get(key) ?? [], { from, to })).map(({ start, left: gone, end }) => ({
        key,
        start,
        left: gone,
        end,
      })),
    )
    .filter(({ start, end }) => start > 0 || end > 0)
    .sort((a, b) => b.end - a.end);
}
