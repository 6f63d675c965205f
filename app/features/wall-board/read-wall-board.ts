import { boardOf, gapsOf } from '#app/features/intraday/board.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { readRostered, slotsOf } from '#app/features/morning/read-rostered.ts';
import { termsOn } from '#app/features/service-terms/service-terms.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';
import { listOpenIncidents } from '#db/tenant/queries/incidents.ts';
import { listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import { listPresenceSpans } from '#db/tenant/queries/shift-life.ts';
import { countPresences, countRinging, countWaitingCases } from '#db/tenant/queries/wall-board.ts';
import { waitingNow } from './waiting.ts';

export type WallBoard = Awaited<ReturnType<typeof readWallBoard>>;

const hourMs = 3_600_000;
/** An exchange may never tell the end of a call: so long it is believed to ring. */
const ringsMs = 5 * 60_000;
const aheadMs = 4 * hourMs;
const mostShown = 4;
const ofToday = ['serviceLevel', 'firstResponse', 'solved', 'solvedOnFirstLine'] as const;

/** How the floor stands at this moment, in numbers alone: nobody of the staff and no subscriber is named. Instants in epoch ms. */
export async function readWallBoard(desk: ShiftDesk) {
  const { db, now, timeZone } = desk;
  const on = dateAt(now.getTime(), timeZone);
  const [cases, ringing, presences, today, backlog, terms, incidents] = await Promise.all([
    countWaitingCases(db, now),
    countRinging(db, new Date(now.getTime() - ringsMs)),
    countPresences(db),
    readFigures(db, { metrics: ofToday, from: on, to: on, now, timeZone }),
    readFigures(db, { metrics: ['backlog', 'backlogLate'], from: on, to: on, by: 'carrier', now, timeZone }),
    listServiceTerms(db),
    listOpenIncidents(db),
  ]);
  const thresholds = termsOn(terms, on)?.terms.thresholds ?? [];
  const people = (state: string) => presences.find((one) => one.state === state)?.people ?? 0;
  const late = new Map(
    backlog.filter(({ metric }) => metric === 'backlogLate').map(({ key, numerator }) => [key, numerator]),
  );
  return {
    at: now.getTime(),
    waiting: waitingNow(cases, ringing),
    today: today.map(({ metric, value, numerator, denominator }) => ({
      metric,
      value,
      numerator,
      denominator,
      /** Thousandths; null: not promised. */
      target: thresholds.find((one) => one.metric === metric)?.value ?? null,
    })),
    people: { online: people('online'), busy: people('busy'), away: people('away') },
    ...(await readNextHours(desk, on)),
    backlog: backlog
      .filter(({ metric }) => metric === 'backlog')
      .map(({ key, numerator }) => ({ carrier: key ?? '-', open: numerator, late: late.get(key) ?? 0 }))
      .sort((a, b) => b.open - a.open),
    incidents: incidents.slice(0, mostShown).map(({ number, title, startedAt }) => ({
      number,
      title,
      since: startedAt.getTime(),
    })),
  };
}

/** Where the next hours have fewer people than they need, and how many are planned now and not here. */
async function readNextHours(desk: ShiftDesk, on: string) {
  const { db, now } = desk;
  const at = now.getTime();
  const rostered = await readRostered(desk, { from: on, to: addDays(on, 2) });
  const spans = await listPresenceSpans(db, { from: new Date(at - 12 * hourMs), to: now });
  const presence = Map.groupBy(spans, ({ userId }) => userId);
  const planned = rostered.rostered.map((one) => ({
    ...one,
    presence: (presence.get(one.userId) ?? []).map(({ state, fromAt, toAt }) => ({
      state,
      from: fromAt.getTime(),
      to: (toAt ?? new Date(at + 1)).getTime(),
    })),
  }));
  const first = Math.floor((at - rostered.startsAt) / slotMs);
  const board = boardOf(slotsOf(rostered, first, first + Math.ceil(aheadMs / slotMs)), planned, at);
  const { skills } = rostered.requirement;
  return {
    isForetold: skills.length > 0,
    planned: board[0]?.plannedHeads ?? 0,
    gaps: gapsOf(board, at)
      .slice(0, mostShown)
      .map(({ from, to, skill, most }) => ({ from, to, skill: skills[skill] ?? '', most })),
  };
}
