import { type Actor, can } from '#app/features/access/can.ts';
import { joinedOnOf } from '#app/features/churn/joined-on.ts';
import { readLineOffers } from '#app/features/offer/read-line-offers.ts';
import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getLineLife } from '#db/tenant/queries/churn.ts';
import { listUsesOfLine } from '#db/tenant/queries/offers.ts';
import {
  countTalks,
  getTalkLine,
  listGoodwillOfTalk,
  listTalks,
  listTopicsForSaving,
} from '#db/tenant/queries/save-talk-pages.ts';
import { maySave } from './open-talk.ts';
import { obstaclesToPort } from './port-clock.ts';
import type { TalkView } from './save-desk.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };
export type SaveDeskView = Awaited<ReturnType<typeof readSaveDesk>>;
export type ListedTalk = SaveDeskView['talks'][number];
export type TalkDetail = NonNullable<SaveDeskView['chosen']>;

/** The desk of those who want to leave, by the clock: the list and the talk that is looked at. */
export async function readSaveDesk(reader: Reader, asked: { view: TalkView; talkId: string | null }) {
  const { db, control, actor, now, timeZone } = reader;
  const rows = await listTalks(db, asked.view);
  const names = await namesOf(
    control,
    rows.flatMap(({ talk }) => [talk.agentId, talk.openedBy, talk.closedBy].filter((id) => id !== null)),
  );
  const today = dateAt(now.getTime(), timeZone);
  const talks = rows.map(({ talk, subscriber, line }) => ({
    ...talk,
    subscriber,
    line: { ...line, msisdn: maskMsisdn(line.msisdn) },
    agentName: talk.agentId ? (names[talk.agentId] ?? null) : null,
    isMine: talk.agentId === actor.userId,
    daysLeft: daysBetween(today, talk.clockOn),
    followDaysLeft: talk.dueAt ? Math.ceil((talk.dueAt.getTime() - now.getTime()) / 86_400_000) : null,
  }));
  const chosen = talks.find(({ id }) => id === asked.talkId) ?? talks[0];
  return {
    view: asked.view,
    isAsked: asked.talkId !== null,
    counts: await countTalks(db),
    talks,
    chosen: chosen ? { talk: chosen, ...(await readTalk(reader, chosen)) } : null,
    maySave: await maySave(db, actor.userId),
    mayPlan: can(actor, 'offer:write'),
    topics: can(actor, 'offer:write') ? await listTopicsForSaving(db) : [],
  };
}

type Talk = { id: string; lineId: string; caseId: string | null; openedAt: Date; closedAt: Date | null };

async function readTalk(reader: Reader, { id, lineId, caseId, openedAt, closedAt }: Talk) {
  const { db, now, timeZone } = reader;
  const today = dateAt(now.getTime(), timeZone);
  const facts = await getTalkLine(db, lineId, today);
  const life = await getLineLife(db, lineId);
  const joinedOn = life ? joinedOnOf(life, timeZone) : today;
  const { overdueKopecks, balanceKopecks, blockedBy } = facts;
  const port = { overdueKopecks, balanceKopecks, isBlocked: blockedBy !== null, oursSince: joinedOn };
  const goodwill = caseId
    ? await listGoodwillOfTalk(db, { caseId, from: openedAt, until: closedAt ?? now })
    : [];
  const own = (await listUsesOfLine(db, lineId)).filter(({ use }) => use.saveId === id);
  const given = own.filter(({ use }) => use.state === 'accepted' || use.state === 'done');
  return {
    facts: { ...facts, joinedOn },
    obstacles: obstaclesToPort(port, today),
    offers: await readLineOffers(reader, lineId),
    goodwill,
    costKopecks:
      given.reduce((sum, { use }) => sum + use.costKopecks, 0) +
      goodwill.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0),
  };
}
