import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import {
  getPublished,
  listOpenOffers,
  listPublishedAt,
  listRefusedOffers,
  type OfferRow,
} from '#db/tenant/queries/shift-life.ts';
import type { PublishedShiftRow } from '#db/tenant/queries/shifts.ts';
import { handingsOf } from './carry-out.ts';
import { brokenBy, judgeExchange, type Verdict } from './judge-exchange.ts';
import { readExchange } from './read-exchange.ts';

export type Market = Awaited<ReturnType<typeof readMarket>>;
export type MarketOffer = Market['offers'][number];

const week = 7 * 86_400_000;

const shortOf = ({ id, date, startsAt, endsAt, skill }: PublishedShiftRow) => ({
  id,
  date,
  startsAt,
  endsAt,
  skill,
});

/** What others offer and this person may take by the law and by his skills, and what he offers himself. */
export async function readMarket(desk: ShiftDesk) {
  const { actor } = desk;
  const { found, names, verdictOf } = await readOffers(desk);
  const forHim = found.filter(
    ({ offer, wanted }) =>
      offer.state === 'open' &&
      offer.offeredBy !== actor.userId &&
      (!wanted || wanted.userId === actor.userId),
  );
  const judged = forHim.map((one) => ({ ...one, verdict: verdictOf(one, actor.userId) }));
  const shown = ({ offer, shift, wanted }: (typeof found)[number]) => ({
    id: offer.id,
    state: offer.state,
    reason: offer.reason,
    by: names.get(offer.offeredBy) ?? '',
    taker: offer.takenBy === null ? null : (names.get(offer.takenBy) ?? ''),
    isTakenByHim: offer.takenBy === actor.userId,
    shift: shortOf(shift),
    wanted: wanted ? shortOf(wanted) : null,
  });
  return {
    offers: judged
      .filter(({ verdict }) => verdict.kind !== 'illegal')
      .map((one) => ({ ...shown(one), needsPlanner: one.verdict.kind === 'planner' })),
    barred: judged.flatMap((one) =>
      one.verdict.kind === 'illegal' ? [{ ...shown(one), rules: one.verdict.rules }] : [],
    ),
    own: found
      .filter(({ offer }) => offer.offeredBy === actor.userId || offer.takenBy === actor.userId)
      .map(shown),
    refused: await readRefused(desk),
  };
}

/** What he offered or wanted to take, and a planner refused within a week. */
async function readRefused({ db, actor, now }: ShiftDesk) {
  const since = new Date(now.getTime() - week);
  return Promise.all(
    (await listRefusedOffers(db, actor.userId, since)).map(async ({ id, shiftId, refusal }) => {
      const shift = await getPublished(db, shiftId);
      return { id, refusal, shift: shift && shortOf(shift) };
    }),
  );
}

/** Exchanges that wait for a planner: what speaks against each by now. */
export async function readAskedOffers(desk: ShiftDesk) {
  const { found, names, verdictOf } = await readOffers(desk);
  return found
    .filter(({ offer }) => offer.state === 'taken')
    .map(({ offer, shift, wanted }) => ({
      id: offer.id,
      by: names.get(offer.offeredBy) ?? '',
      taker: names.get(offer.takenBy ?? '') ?? '',
      reason: offer.reason,
      shift: shortOf(shift),
      wanted: wanted ? shortOf(wanted) : null,
      verdict: verdictOf({ offer, shift, wanted }, offer.takenBy ?? ''),
    }));
}

/**
 * Shifts of colleagues that one of his could be swapped for by the law, of those nearest to it within a week, and how many of
 * the others each rule bars.
 */
export async function readSwapChoices(desk: ShiftDesk, shiftId: string) {
  const { db, control, actor, now } = desk;
  const own = await getPublished(db, shiftId);
  if (own?.userId !== actor.userId || own.cancelledAt || own.startsAt <= now) return null;
  const near = await listPublishedAt(db, {
    from: new Date(Math.max(now.getTime(), own.startsAt.getTime() - week)),
    to: new Date(own.endsAt.getTime() + week),
  });
  const { facts } = await readExchange(desk, [own]);
  const names = new Map((await listColleagues(control, db.tenantId)).map(({ id, name }) => [id, name]));
  const nearest = near
    .filter(({ userId, startsAt }) => userId !== actor.userId && startsAt > now)
    .sort((a, b) => distance(a, own) - distance(b, own))
    .slice(0, mostJudged)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const judged = nearest.map((shift) => {
    const both = handingsOf({ offeredBy: actor.userId }, { own: own.id, wanted: shift.id }, shift.userId);
    return { shift, rules: brokenBy(facts, both) };
  });
  const barring = Map.groupBy(
    judged.flatMap(({ rules }) => rules),
    (rule) => rule,
  );
  return {
    choices: judged
      .filter(({ rules }) => rules.length === 0)
      .map(({ shift }) => ({ ...shortOf(shift), name: names.get(shift.userId) ?? '' })),
    barred: [...barring]
      .map(([rule, { length }]) => ({ rule, shifts: length }))
      .sort((a, b) => b.shifts - a.shifts),
  };
}

/** To judge one takes some milliseconds: those nearest in time are looked at. */
const mostJudged = 40;
const distance = (one: PublishedShiftRow, own: PublishedShiftRow) =>
  Math.abs(one.startsAt.getTime() - own.startsAt.getTime());

type Found = { offer: OfferRow; shift: PublishedShiftRow; wanted: PublishedShiftRow | null };

/** Offers of shifts that are still to come, with how each would be judged. */
async function readOffers(desk: ShiftDesk) {
  const { db, control, now } = desk;
  const rows = await Promise.all(
    (await listOpenOffers(db)).map(async (offer) => ({
      offer,
      shift: await getPublished(db, offer.shiftId),
      wanted: offer.wantedShiftId === null ? null : await getPublished(db, offer.wantedShiftId),
    })),
  );
  const found = rows.flatMap(({ offer, shift, wanted }): Found[] =>
    shift && shift.startsAt > now && !shift.cancelledAt ? [{ offer, shift, wanted }] : [],
  );
  const shifts = found.flatMap(({ shift, wanted }) => (wanted ? [shift, wanted] : [shift]));
  const exchange = shifts.length > 0 ? await readExchange(desk, shifts) : null;
  const people = await listColleagues(control, db.tenantId);
  return {
    found,
    names: new Map(people.map(({ id, name }) => [id, name])),
    verdictOf: ({ offer, shift, wanted }: Found, taker: string): Verdict => {
      if (!exchange) return { kind: 'rule' };
      const handings = handingsOf(offer, { own: shift.id, wanted: wanted?.id ?? null }, taker);
      return judgeExchange(exchange.facts, handings, exchange);
    },
  };
}
