import type { BoardReader } from '#app/features/board/read-board.ts';
import { badgeRules } from '#app/features/points/badge.ts';
import { questBadge, questSpan } from '#app/features/points/quest.ts';
import { dayOf } from '#app/features/points/season.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { namesOf } from '#db/control/queries/names.ts';
import { countStanding, listQuests } from '#db/tenant/queries/game.ts';
import { countKudos, listBadges, listKudosTo } from '#db/tenant/queries/game-shop.ts';
import { hasVoiced } from '#db/tenant/queries/poll.ts';
import { kudosBudget } from './give-kudos.ts';

const mostBadges = 500;
const thanksShown = 5;

/** One's quests and badges, thanks given and received, and whether the poll still waits. */
export async function readOwnCompany(reader: BoardReader) {
  const { db, control, now, timeZone, userId } = reader;
  const month = dayOf(now, timeZone).slice(0, 7);
  const colleagues = await listColleagues(control, db.tenantId);
  const own = (await listBadges(db, userId, mostBadges)).filter(({ revokedAt }) => revokedAt === null);
  return {
    quests: await readQuests(reader, own),
    badges: badgeRules.map(({ badge, per }) => {
      const had = own.filter((one) => one.badge === badge);
      return { badge, per, count: had.length, at: had[0]?.at ?? null };
    }),
    thanks: await readThanks(reader),
    kudosLeft: kudosBudget - (await countKudos(db, userId, month)),
    colleagues: colleagues.filter(({ id }) => id !== userId),
    hasVoiced: await hasVoiced(db, userId, month),
  };
}

export type OwnCompany = Awaited<ReturnType<typeof readOwnCompany>>;

type OwnBadges = Awaited<ReturnType<typeof listBadges>>;

async function readQuests({ db, now, timeZone, userId }: BoardReader, own: OwnBadges) {
  const today = dayOf(now, timeZone);
  return Promise.all(
    (await listQuests(db)).map(async ({ id, title, target, per, event }) => {
      const [counted] = await countStanding(db, event, questSpan(per, today), userId);
      const badges = own.filter(({ badge }) => badge === questBadge(id)).length;
      return { id, title, target, per, event, done: counted?.count ?? 0, badges };
    }),
  );
}

async function readThanks({ db, control, userId }: BoardReader) {
  const rows = await listKudosTo(db, userId, thanksShown);
  const names = await namesOf(
    control,
    rows.map(({ fromId }) => fromId),
  );
  return rows.map(({ id, words, at, fromId }) => ({ id, words, at, from: names[fromId] ?? '—' }));
}
