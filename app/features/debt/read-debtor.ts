import { type Actor, can } from '#app/features/access/can.ts';
import { nextInstalment } from '#app/features/promise/instalment-plan.ts';
import { limitsFor } from '#app/features/promise/offer-limits.ts';
import { leastPromise, paidBy, resumesOn } from '#app/features/promise/promise.ts';
import { readReceivable } from '#app/features/receivable/read-receivable.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listPayments } from '#db/tenant/queries/debt-pages.ts';
import {
  getDebtLine,
  getLastForecast,
  getStandingOf,
  listAttempts,
  listLadderMoves,
  listRefusals,
} from '#db/tenant/queries/debtors.ts';
import { getContacted } from '#db/tenant/queries/outreach.ts';
import { getOfferRules, listPlans, listPromises } from '#db/tenant/queries/promises.ts';
import { listSuspensions } from '#db/tenant/queries/suspensions.ts';
import { readGate } from './read-call-list.ts';

export type DebtReader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };
export type Debtor = NonNullable<Awaited<ReturnType<typeof readDebtor>>>;

/** One debtor with all that is known of his debt; `null`: there is no such debt. */
export async function readDebtor(reader: DebtReader, receivableId: string) {
  const { db, actor, now } = reader;
  const receivable = await readReceivable(reader, receivableId);
  if (!receivable) return null;
  const { subscriberId, lineId, today, balanceKopecks } = receivable;
  const subscriber = await getContacted(db, subscriberId);
  const line = lineId ? await getDebtLine(db, lineId) : null;
  const rules = await getOfferRules(db, now);
  const limits = limitsFor(actor.roles, rules);
  return {
    receivable,
    subscriber: subscriber && { id: subscriber.id, name: subscriber.name, kind: subscriber.kind },
    line: line ? { ...line, msisdn: maskMsisdn(line.msisdn) } : null,
    ladder: await readLadder(db, receivableId),
    ...(await readOffers(reader, receivableId, today)),
    suspensions: await readSuspensions(reader, receivableId),
    contacts: await readContacts(db, subscriberId, receivableId),
    forecast: await getLastForecast(db, receivableId),
    gate: await readGate(db, subscriberId, now),
    limits: { ...limits, leastKopecks: leastPromise(Math.max(balanceKopecks, 0), limits) },
    may: { promise: can(actor, 'debt:promise'), suspend: can(actor, 'debt:suspend') },
  };
}

/** The steps of his ladder, each with the date it was or will be taken. */
async function readLadder(db: TenantDb, receivableId: string) {
  const found = await getStandingOf(db, receivableId);
  if (!found) return null;
  const { standing, rules, strategy } = found;
  const moves = await listLadderMoves(db, receivableId, standing.debtSince);
  const steps = rules.steps.map((step, place) => {
    const move = moves.find((one) => one.step === place && (one.move === 'step' || one.move === 'skipped'));
    const state = move ? move.move : place === standing.step && standing.nextOn ? 'next' : 'ahead';
    return { ...step, place, state, on: move?.on ?? addDays(standing.debtSince, step.day) };
  });
  const { arm, hold, nextOn, leftOn, debtSince } = standing;
  return { strategy, arm, hold, nextOn, leftOn, debtSince, steps };
}

async function readOffers({ db, control }: DebtReader, receivableId: string, today: string) {
  const promises = await listPromises(db, receivableId);
  const plans = await listPlans(db, receivableId);
  const payments = await listPayments(db, [receivableId]);
  const names = await namesOf(
    control,
    [...promises, ...plans].map(({ madeBy }) => madeBy),
  );
  return {
    promises: promises.map((one) => ({
      ...one,
      by: names[one.madeBy] ?? null,
      paid: paidBy(payments, one.madeAt, today < one.lastOn ? today : one.lastOn),
      resumesOn: resumesOn(one.lastOn),
    })),
    plans: plans.map((one) => {
      const paid = paidBy(payments, one.madeAt, today);
      return { ...one, by: names[one.madeBy] ?? null, paid, next: nextInstalment(one.instalments, paid) };
    }),
  };
}

async function readSuspensions({ db, control }: DebtReader, receivableId: string) {
  const rows = await listSuspensions(db, receivableId);
  const names = await namesOf(
    control,
    rows.flatMap(({ suspension }) => suspension.decidedBy ?? []),
  );
  return rows.map(({ suspension, msisdn, ...requests }) => ({
    ...suspension,
    ...requests,
    msisdn: maskMsisdn(msisdn),
    decidedByName: suspension.decidedBy ? (names[suspension.decidedBy] ?? null) : null,
  }));
}

/** What reached him and what was held back, the newest first. */
async function readContacts(db: TenantDb, subscriberId: string, receivableId: string) {
  const attempts = await listAttempts(db, receivableId);
  const refusals = await listRefusals(db, subscriberId, receivableId);
  const made = attempts.map(({ id, at, channel, purpose, state, content, failure }) => ({
    id,
    at,
    channel,
    purpose,
    content: failure ?? content,
    rule: null,
    until: null,
    result: state as 'allowed' | 'sent' | 'failed' | 'refused',
  }));
  const held = refusals.map(({ id, at, channel, purpose, rule, until }) => ({
    id,
    at,
    channel,
    purpose,
    content: '',
    rule,
    until,
    result: 'refused' as const,
  }));
  return [...made, ...held].toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, 100);
}
