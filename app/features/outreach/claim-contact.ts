import { and, eq } from 'drizzle-orm';
import { isOpenCode } from '#app/features/cabinet/cabinet.ts';
import { codeIdOf } from '#app/features/cabinet/code-secret.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCode } from '#db/tenant/queries/cabinet.ts';
import { getCampaignStanding, listOfferWordings } from '#db/tenant/queries/campaign-steps.ts';
import { getLine, listLinesOfSubscriber } from '#db/tenant/queries/lines.ts';
import {
  type AttemptRow,
  getAttemptBySendKey,
  getContacted,
  getContactRules,
  getDebtSpokenOf,
  getMessengerAddress,
} from '#db/tenant/queries/outreach.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import type { GateRefusal } from './ask-gate.ts';
import type { ContactWork } from './contact-work.ts';
import { nameCreditor } from './name-creditor.ts';
import { isAskedFor } from './outreach.ts';
import type { Pass } from './pass.ts';
import { passGate } from './pass-gate.ts';
import { recordContact } from './record-contact.ts';

export type ClaimedContact = { attempt: AttemptRow; pass: Pass };
/** `later`: allowed from then. `dropped`: not wanted any more, or not allowed while it would be worth saying. */
export type NotClaimed = { code: 'later'; until: Date } | { code: 'dropped'; reason: string };

/** So long whoever took a contact is believed to be sending it. */
const leaseMs = 5 * 60_000;
/** Of a campaign that was paused it is looked so often whether it goes on. */
const pauseMs = 30 * 60_000;
/** A word that must wait longer is not true any more: the ladder has a next one. */
const longestWaitMs = 3 * 86_400_000;

/**
 * Takes a contact for sending: it is still wanted, the gate lets it through, and it is claimed on disk before the
 * channel is spoken to. Of one whose sender died nobody knows whether it arrived, so it is never sent again.
 */
export async function claimContact(
  { db, now, timeZone }: { db: TenantDb; now: Date; timeZone: string },
  work: ContactWork,
): Promise<Result<ClaimedContact, NotClaimed>> {
  const today = dateAt(now.getTime(), timeZone);
  const unwanted = (await whyUnwanted(db, work, { now, today })) ?? (await whyNotForCampaign(db, work));
  if (unwanted === 'paused') return later(new Date(now.getTime() + pauseMs));
  if (unwanted) return drop(unwanted);
  const { sendKey, subscriberId, purpose, channel, lineId = null, receivableId = null } = work;
  const { subject = null, text } = work;
  const wish = { sendKey, subscriberId, purpose, channel, lineId, receivableId, subject };
  const rules = await getContactRules(db, now);
  const content = isAskedFor(purpose) ? text : nameCreditor(text, rules);
  const address = (await addressOf(db, work)) ?? '';
  const passed = await passGate(db, { ...wish, address, content, by: 'worker' }, now);
  if (!passed.ok) return notPassed(db, passed.error, now);
  const isOurs = and(eq(outreachAttempts.sendKey, work.sendKey), eq(outreachAttempts.state, 'allowed'));
  const claim = db.update(outreachAttempts).set({ state: 'sending', claimedAt: now }).where(isOurs);
  const written = await commit(db, [claim]);
  const attempt = await getAttemptBySendKey(db, work.sendKey);
  const isClaimed = written.ok && written.results[0]?.rowsAffected === 1;
  return isClaimed && attempt
    ? ok({ attempt, pass: passed.value })
    : later(new Date(now.getTime() + leaseMs));
}

const drop = (reason: string) => refuse<NotClaimed>({ code: 'dropped', reason });
const later = (until: Date) => refuse<NotClaimed>({ code: 'later', until });

type Moment = { now: Date; today: string };

/** A debt that was paid, is disputed or promised is not spoken of, whoever asked for it before; an old code neither. */
async function whyUnwanted(
  db: TenantDb,
  { sendKey, purpose, receivableId }: ContactWork,
  { now, today }: Moment,
) {
  if (purpose === 'access') {
    const code = await getCode(db, codeIdOf(sendKey));
    return code && isOpenCode(code, now) ? null : 'the code is not good any more';
  }
  if (!receivableId || (purpose !== 'collection' && purpose !== 'service')) return null;
  const debt = await getDebtSpokenOf(db, receivableId);
  if (!debt || debt.balanceKopecks <= 0) return `nothing is owed on ${receivableId}`;
  if (purpose === 'service') return null;
  if (!debt.oldestDueOn || debt.oldestDueOn >= today) return `nothing is overdue on ${receivableId}`;
  if (debt.disputedKopecks > 0) return `the debt ${receivableId} is disputed`;
  return debt.hold ? `the debt ${receivableId} is held: ${debt.hold}` : null;
}

/** A campaign that was stopped contacts nobody more, and who is left alone by any is not contacted by another. */
async function whyNotForCampaign(db: TenantDb, { campaignId, subscriberId, offerId }: ContactWork) {
  if (!campaignId) return null;
  const standing = await getCampaignStanding(db, campaignId, subscriberId);
  if (standing?.arm !== 'treated') return `the campaign ${campaignId} does not contact him`;
  if (standing.isControlElsewhere) return 'another campaign leaves him alone';
  if (offerId && !(await listOfferWordings(db, [offerId])).has(offerId))
    return `the offer ${offerId} is withdrawn`;
  if (standing.state === 'paused') return 'paused';
  return standing.state === 'running' ? null : `the campaign ${campaignId} is ${standing.state}`;
}

/** Always the subscriber's own: no third person can be named. */
async function addressOf(db: TenantDb, { channel, subscriberId, receivableId, lineId }: ContactWork) {
  if (channel === 'cabinet') return 'cabinet';
  // Where he lives is known to whoever keeps the contracts, and found by its number.
  if (channel === 'letter') return (await getContacted(db, subscriberId))?.contractNumber ?? null;
  if (lineId) {
    const line = await getLine(db, lineId);
    return line?.subscriberId === subscriberId ? line.msisdn : null;
  }
  if (channel === 'email') return (await getContacted(db, subscriberId))?.email ?? null;
  if (channel === 'messenger') return getMessengerAddress(db, subscriberId);
  const debt = receivableId ? await getDebtSpokenOf(db, receivableId) : null;
  return debt?.msisdn ?? (await listLinesOfSubscriber(db, subscriberId))[0]?.msisdn ?? null;
}

async function notPassed(db: TenantDb, refusal: GateRefusal, now: Date) {
  if (refusal.code === 'subscriber-not-found') return drop('the subscriber is not here');
  if (refusal.code === 'contact-refused') {
    const { rule, until } = refusal;
    const isWorthwhile = until && until.getTime() - now.getTime() <= longestWaitMs;
    return isWorthwhile ? later(until) : drop(`refused by the rule ${rule}`);
  }
  const { attempt } = refusal;
  if (attempt.state !== 'sending') return drop(`the contact was made and is ${attempt.state}`);
  const until = new Date((attempt.claimedAt?.getTime() ?? 0) + leaseMs);
  if (until > now) return later(until);
  await recordContact(db, attempt.sendKey, { state: 'unknown', failure: 'broke-off' }, now);
  return drop('its sender died, and nobody knows whether it arrived');
}
