import { Temporal } from 'temporal-polyfill';
import { forecastPage, type OpenModel } from '#app/features/prediction/forecast-page.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countDebtHistory } from '#db/tenant/queries/debt-history.ts';
import {
  type DebtRun,
  getDebtRun,
  getLastDebtRun,
  getPageEnd,
  getSpeaker,
  listDebts,
} from '#db/tenant/queries/debt-pages.ts';
import { type NightDesk, planEffects } from './plan-effects.ts';
import { type Counts, planMoves } from './plan-moves.ts';
import { readLadders } from './read-ladders.ts';
import { walk } from './walk.ts';
import { guardPage, moveCursor, refreshDueDates } from './write-night.ts';
import { callSuspensions } from './write-walks.ts';

/**
 * Receivables of one batch. While it is written nobody is answered: a thousand save a tenth of the time and hold up
 * every desk for four times as long.
 */
const pageSize = 250;
const mostTries = 5;

export type Night = {
  db: TenantDb;
  now(): Date;
  tenant: { name: string; timeZone: string };
  /** What foretells who will not pay. */
  model: OpenModel;
};

/**
 * Walks every receivable of the tenant for a date, page by page from where the last one ended; each page with its
 * moves, contacts and the cursor is one batch. `more`: so many pages were walked, and others are left. `superseded`:
 * a later date was begun, and whoever is left is seen by that.
 */
export async function walkNight(
  night: Night,
  on: string,
  mostPages = Number.POSITIVE_INFINITY,
): Promise<'over' | 'more' | 'superseded'> {
  const desk = await openDesk(night, on);
  for (let pages = 0, lost = 0; pages < mostPages; ) {
    const run = await getDebtRun(night.db, on);
    if (!run) throw new Error(`The night of ${on} was never opened.`);
    if (run.endedAt) return 'over';
    if ((await getLastDebtRun(night.db))?.on !== on) return 'superseded';
    if (await walkPage({ ...desk, now: night.now() }, night, run)) {
      pages += 1;
      lost = 0;
    } else {
      lost += 1;
      if (lost === mostTries) throw new Error(`The page behind "${run.cursor}" of ${on} lost every race.`);
    }
  }
  return 'more';
}

type OpenDesk = Omit<NightDesk, 'ladders'>;

/** What is read once for many pages. */
async function openDesk({ db, now, tenant }: Night, on: string): Promise<OpenDesk> {
  const at = now();
  const speaker = (await getSpeaker(db, at)) ?? { creditor: tenant.name, phone: '' };
  const morning = Temporal.PlainDateTime.from(`${on}T09:00`).toZonedDateTime(tenant.timeZone);
  const sendAt = new Date(Math.max(at.getTime(), morning.epochMilliseconds));
  return { db, now: at, on, speaker, sendAt };
}

/** False: something on the page was changed meanwhile, or another worker wrote it; nothing was written. */
async function walkPage(opened: OpenDesk, { model, tenant }: Night, run: DebtRun): Promise<boolean> {
  const { db, on, now } = opened;
  const page = await getPageEnd(db, run.cursor, pageSize);
  if (!page) return (await commit(db, [moveCursor(db, run, { endedAt: now }, now)])).ok;
  const place = { after: run.cursor, upTo: page.upTo };
  const rows = await listDebts(db, place);
  // Read after them: a version that somebody was moved to meanwhile is known, too.
  const desk = { ...opened, ladders: await readLadders(db) };
  const moves = await planMoves(desk, rows, walk);
  const effects = await planEffects(desk, moves.kept);
  const counts = add(run.counts, { receivables: page.receivables, ...moves.counts, ...effects.counts });
  const statements: Statement[] = [
    guardPage(db, run, moves.kept),
    refreshDueDates(db, place, on),
    ...(await forecastPage(db, model, place, { on, now, timeZone: tenant.timeZone })),
    ...moves.statements,
    ...effects.statements,
    ...callSuspensions(db, moves.stopped, 'bulk', now),
    ...countDebtHistory(db, place, on),
    moveCursor(db, run, { cursor: page.upTo, counts }, now),
  ];
  return (await commit(db, statements)).ok;
}

function add(before: Counts, more: Counts): Counts {
  const sum = { ...before };
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
