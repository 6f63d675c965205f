import { dayOf, periodsOf, seasonOn } from '#app/features/points/season.ts';
import { isAgent } from '#db/control/queries/colleagues.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb } from '#db/open.ts';
import { listPlayers } from '#db/tenant/queries/game.ts';
import { listBoardOf } from '#db/tenant/queries/quality-boards.ts';
import { listSeasons } from '#db/tenant/queries/quality-points.ts';
import { readLeagues } from './read-leagues.ts';
import type { BoardDesk } from './read-ranking.ts';

export const boardSpans = ['day', 'week', 'month', 'season'] as const;
export type BoardSpan = (typeof boardSpans)[number];
export type BoardReader = BoardDesk & { control: ControlDb; userId: string };

/** A line holds no id: a pseudonym must not be lifted by what is sent along. */
export type BoardLine = { place: number; name: string; points: number; isOwn: boolean };
/** `rest`: so many more follow, and are not named. `toNext`: points to the one above. `isOwn`: the reader competes in it. */
export type Board = {
  lines: BoardLine[];
  rest: number;
  toNext: number | null;
  leagues: number;
  league: number;
  isOwn: boolean;
};

const mostShown = 10;
const nearShown = 3;

export async function readSeason({ db, now, timeZone }: BoardDesk) {
  const seasons = await listSeasons(db);
  const today = dayOf(now, timeZone);
  return { season: seasonOn(seasons, today) ?? null, seasons, today };
}

/** One's own league by points in a span of time: its better half, and those about oneself. The last are not named. */
export async function readBoard(
  reader: BoardReader,
  span: BoardSpan,
  asked: number | null = null,
): Promise<Board | null> {
  const { db, control, userId } = reader;
  const { season, seasons, today } = await readSeason(reader);
  if (!season) return null;
  const periods = periodsOf(season.id, today);
  const period = periods.find((name) => name.startsWith(`${span}:`)) ?? '';
  const hidden = new Set((await listPlayers(db)).filter(({ isOut }) => isOut).map((player) => player.userId));
  const before = seasons.filter(({ from }) => from < season.from).at(-1);
  const leagues = await readLeagues(reader, season, before);
  const own = leagues.findIndex((members) => members.includes(userId));
  // An agent who came since they were formed joins the last; who is none looks at the first.
  const isNew = own < 0 && (await isAgent(control, db.tenantId, userId));
  const ownLeague = isNew ? leagues.length - 1 : Math.max(0, own);
  const league = Math.min(leagues.length - 1, Math.max(0, asked ?? ownLeague));
  const isOwn = (own >= 0 || isNew) && league === ownLeague;
  const members = [...(leagues[league] ?? []), ...(isNew && isOwn ? [userId] : [])];
  const rows = await listBoardOf(db, period, members);
  const placed = placeEqual(rows.filter(({ agentId }) => agentId === userId || !hidden.has(agentId)));
  return { ...(await show(reader, placed)), leagues: leagues.length, league, isOwn };
}

type Placed = { agentId: string; points: number; place: number };

/** Whoever has as many shares the place of the first of them. */
function placeEqual(rows: readonly { agentId: string; points: number }[]): Placed[] {
  let first = { place: 1, points: rows[0]?.points ?? 0 };
  return rows.map(({ agentId, points }, index) => {
    if (points !== first.points) first = { place: index + 1, points };
    return { agentId, points, place: first.place };
  });
}

async function show({ db, control, userId }: BoardReader, placed: readonly Placed[]) {
  const at = placed.findIndex(({ agentId }) => agentId === userId);
  const isNear = (index: number) => at >= 0 && Math.abs(index - at) <= nearShown;
  const top = Math.min(mostShown, Math.ceil(placed.length / 2));
  const shown = placed.filter((_row, index) => index < top || isNear(index));
  const nameOf = await readNames(
    { db, control },
    shown.map(({ agentId }) => agentId),
  );
  const lines = shown.map(({ agentId, points, place }) => {
    const isOwn = agentId === userId;
    return { place, points, isOwn, name: nameOf(agentId) };
  });
  const above = placed[at - 1];
  const own = placed[at];
  return {
    lines,
    rest: placed.length - shown.length,
    toNext: above && own ? above.points - own.points + 1 : null,
  };
}

/** How colleagues are named on boards: as each wishes. */
export async function readNames(
  { db, control }: Pick<BoardReader, 'db' | 'control'>,
  ids: readonly string[],
) {
  const names = await namesOf(control, ids);
  const players = new Map((await listPlayers(db)).map((player) => [player.userId, player]));
  return (id: string) => players.get(id)?.pseudonym ?? names[id] ?? '—';
}
