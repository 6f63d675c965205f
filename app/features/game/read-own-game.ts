import { type BoardReader, readBoard, readNames, readSeason } from '#app/features/board/read-board.ts';
import { readKeptRankings } from '#app/features/board/read-kept-rankings.ts';
import type { QueueRanking } from '#app/features/board/read-ranking.ts';
import { disputableUntil } from '#app/features/dispute/dispute.ts';
import { levelOf } from '#app/features/points/level.ts';
import { dayOf, disputeDaysOn, periodsOf, type Season } from '#app/features/points/season.ts';
import { listEarningDays, listEntriesOf, listOwnBoards, listPlayers } from '#db/tenant/queries/game.ts';
import { readEarned } from '#db/tenant/queries/game-shop.ts';
import { listPointRules } from '#db/tenant/queries/quality-points.ts';
import { streakOf } from './streak.ts';

const mostEntries = 60;
const nearShown = 2;
/** A streak of a year is long enough. */
const mostDays = 366;

/** What an agent has and why, and where he stands among those who do the same. */
export async function readOwnGame(reader: BoardReader) {
  const { db, now, timeZone, userId } = reader;
  const { season, seasons, today } = await readSeason(reader);
  const me = (await listPlayers(db)).find((player) => player.userId === userId);
  const player = { pseudonym: me?.pseudonym ?? null, isOut: me?.isOut ?? false };
  if (!season) return { season: null, player };
  const earned = await readEarned(db, userId);
  const next = seasons.find(({ from }) => from > season.from)?.from ?? null;
  return {
    season: { name: season.name, from: season.from, next },
    player,
    totals: await readTotals(reader, season, today),
    level: levelOf(earned),
    earned,
    leftOut: await listLeftOut(reader),
    streak: streakOf(await listEarningDays(db, userId, mostDays), today),
    rankings: await readOwnRankings(reader, season),
    board: await readBoard(reader, 'season'),
    entries: (await listEntriesOf(db, userId, mostEntries)).map((row) =>
      entryItem(row, seasons, { now, timeZone }),
    ),
  };
}

/** Titles of the rules whose control group one is in: he is told. */
async function listLeftOut({ db, userId }: BoardReader): Promise<string[]> {
  const newest = new Map((await listPointRules(db)).map((rule) => [rule.id, rule]));
  return [...newest.values()]
    .filter(({ isOn, control }) => isOn && control?.includes(userId))
    .map(({ title }) => title);
}

async function readTotals({ db, userId }: BoardReader, season: Season, today: string) {
  const [ofSeason, month, week, day] = periodsOf(season.id, today);
  const rows = await listOwnBoards(db, userId, periodsOf(season.id, today));
  const pointsOf = (period = '') => rows.find((row) => row.period === period)?.points ?? 0;
  return { day: pointsOf(day), week: pointsOf(week), month: pointsOf(month), season: pointsOf(ofSeason) };
}

export type EntryItem = ReturnType<typeof entryItem>;

function entryItem(
  { entry, ...rule }: Awaited<ReturnType<typeof listEntriesOf>>[number],
  seasons: readonly Season[],
  { now, timeZone }: { now: Date; timeZone: string },
) {
  const { seq, kind, raw, applied, capReason, sourceType, sourceId, occurredAt, recordedAt, why } = entry;
  // A review can be disputed from when it was given, days after the work.
  const since = sourceType === 'review' ? recordedAt : occurredAt;
  const finalAt = disputableUntil(since, disputeDaysOn(seasons, dayOf(since, timeZone)));
  return {
    seq,
    kind,
    raw,
    applied,
    capReason,
    sourceType,
    sourceId,
    occurredAt,
    recordedAt,
    why,
    ...rule,
    version: entry.ruleVersion,
    /** Booked on another day than it happened: its season was settled for good. */
    isLate: entry.day !== dayOf(occurredAt, timeZone),
    finalAt: finalAt <= now ? null : finalAt,
  };
}

export type OwnRanking = Awaited<ReturnType<typeof readOwnRankings>>[number];

/** Of each queue one worked in: oneself and the nearest, by what their work is worth and how sure that is. */
async function readOwnRankings(reader: BoardReader, season: Season) {
  const { db, control, userId } = reader;
  const hidden = new Set((await listPlayers(db)).filter(({ isOut }) => isOut).map((player) => player.userId));
  const rankings = await readKeptRankings(reader, season);
  const own = rankings.flatMap((ranking) => aboutOneself(ranking, userId, hidden));
  const ids = own.flatMap(({ near }) => near.map(({ agentId }) => agentId));
  const nameOf = await readNames({ db, control }, ids);
  return own.map(({ near, ...rest }) => ({
    ...rest,
    near: near.map(({ agentId, ...line }) => ({
      ...line,
      name: nameOf(agentId),
      isOwn: agentId === userId,
    })),
  }));
}

function aboutOneself(
  { queue, ranked, notYet, fewest }: QueueRanking,
  userId: string,
  hidden: ReadonlySet<string>,
) {
  const waiting = notYet.find(({ agentId }) => agentId === userId);
  if (waiting) return [{ queue, of: ranked.length, missing: fewest - waiting.n, near: [] }];
  const shown = ranked.filter(({ agentId }) => agentId === userId || !hidden.has(agentId));
  const at = shown.findIndex(({ agentId }) => agentId === userId);
  if (at < 0) return [];
  const near = shown.slice(Math.max(0, at - nearShown), at + nearShown + 1);
  return [{ queue, of: ranked.length, missing: 0, near }];
}
