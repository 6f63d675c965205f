import { and, eq, lte } from 'drizzle-orm';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  type ChurnRun,
  dropScoresOfLeavers,
  getChurnRun,
  getLastChurnRun,
  getLinePageEnd,
  listDueLines,
  listUndated,
  markChanged,
  markPage,
  type ScoreRow,
  storeScores,
} from '#db/tenant/queries/churn-night.ts';
import { getModel } from '#db/tenant/queries/nonpayment.ts';
import { churnDue, churnRuns, lineLives } from '#db/tenant/schema/churn.ts';
import { featuresOfLine } from './line-features.ts';
import { noticeSilence } from './notice-silence.ts';
import { noticeUnknownNumbers } from './notice-unknown-numbers.ts';
import { readLives } from './read-lives.ts';
import { usualOf } from './risk-band.ts';
import { type LineScore, openChurnScores } from './score-line.ts';

export type ChurnNight = { db: TenantDb; now(): Date; timeZone: string };

/** Marked, or scored, in one batch: while it is written nobody else is answered. */
const pageSizes = { marked: 5000, scored: 500 };
/** Where nothing happened to a line it is scored again so many nights later. */
const turns = 30;
/** What was made shortly before the last night may have ended after it. */
const lookBackMs = 3 * 86_400_000;

/**
 * Scores the lines of a date, a page a batch, from where it stopped: who is to be scored is marked first, and goes out of
 * the marks with the batch that writes his score. `more`: so many pages were done and others are left. `superseded`: a
 * later date was begun, and sees to the marks that are left.
 */
export async function scoreNight(
  night: ChurnNight,
  on: string,
  mostPages = Number.POSITIVE_INFINITY,
): Promise<'over' | 'more' | 'superseded'> {
  const { db } = night;
  const first = await getChurnRun(db, on);
  if (!first) throw new Error(`The night of ${on} was never opened.`);
  const score = await openScores(night, first);
  for (let pages = 0; pages < mostPages; pages++) {
    const run = await getChurnRun(db, on);
    if (!run || run.stage === 'ended') return 'over';
    if ((await getLastChurnRun(db))?.on !== on) return 'superseded';
    if (run.stage === 'marking') await markNext(night, run);
    else await scoreNext(night, run, score);
  }
  return 'more';
}

async function markNext(night: ChurnNight, run: ChurnRun): Promise<void> {
  const { db } = night;
  if (run.cursor === '') {
    await noticeSilence(night, run.on);
    await noticeUnknownNumbers(night);
  }
  const upTo = await getLinePageEnd(db, run.cursor, pageSizes.marked);
  if (upTo === null) {
    await commit(db, [moveRun(night, run, { stage: 'scoring' })]);
    return;
  }
  const page = { after: run.cursor, upTo };
  if (run.scope === 'all') {
    await commit(db, [
      ...(await dateLines(night, page)),
      markPage(db, page),
      moveRun(night, run, { cursor: upTo }),
    ]);
    return;
  }
  const last = await getLastChurnRun(db, run.on);
  const from = last?.startedAt ?? run.startedAt;
  const floor = idFloor(from.getTime() - lookBackMs);
  const changed = {
    since: from,
    floor,
    day: addDays(run.on, -2),
    turn: daysBetween('2020-01-01', run.on) % turns,
    turns,
  };
  await commit(db, [
    ...(await dateLines(night, { after: floor, upTo: '~' })),
    dropScoresOfLeavers(db, new Date(from.getTime() - lookBackMs)),
    markChanged(db, changed),
    moveRun(night, run, { stage: 'scoring' }),
  ]);
}

/** The smallest UUIDv7 of an instant. */
function idFloor(at: number): string {
  const hex = Math.max(0, at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7`;
}

/** Lines that nobody dated joined when they became his, or known to us. */
async function dateLines(
  { db, timeZone }: ChurnNight,
  page: { after: string; upTo: string },
): Promise<Statement[]> {
  const undated = await listUndated(db, page);
  if (undated.length === 0) return [];
  const rows = undated.map(({ lineId, ownedSince, createdAt }) => ({
    lineId,
    joinedOn: dateAt((ownedSince ?? createdAt).getTime(), timeZone),
    lastActiveOn: null,
  }));
  return [db.insert(lineLives).values(rows).onConflictDoNothing()];
}

type Score = (features: ReturnType<typeof featuresOfLine>) => LineScore;

async function openScores({ db }: ChurnNight, { modelId }: ChurnRun): Promise<Score> {
  const model = await getModel(db, modelId);
  if (!model) throw new Error(`The model ${modelId} of the night is not kept any more.`);
  return openChurnScores(model.parameters, usualOf(model));
}

async function scoreNext(night: ChurnNight, run: ChurnRun, score: Score): Promise<void> {
  const { db, timeZone } = night;
  const ids = await listDueLines(db, pageSizes.scored);
  const last = ids.at(-1);
  if (last === undefined) {
    await commit(db, [moveRun(night, run, { stage: 'ended' })]);
    return;
  }
  const asOf = { on: run.on, at: midnightOf(run.on, timeZone) };
  const lives = await readLives(db, ids, asOf, timeZone);
  const rows = lives.map((life): ScoreRow => {
    const { probability, band, reasons, inputs } = score(featuresOfLine(life, asOf));
    return [life.lineId, probability, band, reasons, inputs];
  });
  await commit(db, [
    ...storeScores(db, run, rows),
    db.delete(churnDue).where(lte(churnDue.lineId, last)),
    moveRun(night, run, { scored: run.scored + rows.length }),
  ]);
}

function moveRun({ db, now }: ChurnNight, { on, scored }: ChurnRun, set: Partial<ChurnRun>): Statement {
  return db
    .update(churnRuns)
    .set({ ...set, changedAt: now() })
    .where(and(eq(churnRuns.on, on), eq(churnRuns.scored, scored)));
}
