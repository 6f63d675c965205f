import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type AttemptRow, getAttemptBySendKey, getLastSequence } from '#db/tenant/queries/outreach.ts';
import { outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import type { ContactDecision, ContactRule } from './decide-contact.ts';
import type { OutreachChannel, OutreachPurpose } from './outreach.ts';
import type { Pass } from './pass.ts';
import { type ContactStanding, decideNow, readContact } from './read-contact.ts';

export type ContactWish = {
  /** The sender's own name of this one contact: asked twice, let through once. */
  sendKey: string;
  /** `null`: nobody we know, who wrote to us himself. */
  subscriberId: string | null;
  purpose: OutreachPurpose;
  channel: OutreachChannel;
  address: string;
  subject?: string | null;
  content: string;
  lineId?: string | null;
  receivableId?: string | null;
  caseId?: string | null;
  recording?: string | null;
  /** Made already and told of now, as a call is. */
  isMade?: boolean;
  by: string;
};

export type GateRefusal =
  /** Names the rule, and from when it would be allowed; `null`: not by itself. */
  | { code: 'contact-refused'; rule: ContactRule; until: Date | null }
  | { code: 'subscriber-not-found' }
  /** This contact was made before, or is being made. */
  | { code: 'contact-made'; attempt: AttemptRow };

/** For the batch of whoever asks: with it the contact is let through, or its refusal is kept. */
export type Asked = { verdict: Result<Pass, GateRefusal>; statements: Statement[] };

/**
 * Asks whether a contact may be made now. The statements carry the subscriber's next sequence: of two that asked at
 * one instant the second's batch fails, and it asks again.
 */
export async function askGate(db: TenantDb, wish: ContactWish, now: Date): Promise<Asked> {
  const { subscriberId, sendKey, purpose, channel } = wish;
  if (!subscriberId) return askForStranger(wish);
  const [standing, attempt, last] = await Promise.all([
    readContact(db, subscriberId, now),
    getAttemptBySendKey(db, sendKey),
    getLastSequence(db, subscriberId),
  ]);
  if (!standing) return { verdict: refuse({ code: 'subscriber-not-found' }), statements: [] };
  if (attempt && attempt.state !== 'allowed')
    return { verdict: refuse({ code: 'contact-made', attempt }), statements: [] };
  const decision = decideNow(standing, { purpose, channel, at: now }, attempt?.id);
  if (!decision.allowed) return refused(db, { ...wish, subscriberId }, decision, now);
  const id = attempt?.id ?? uuid();
  const row = { ...rowOf({ ...wish, subscriberId }, standing, now), sequence: last + 1 };
  const statement = attempt
    ? db
        .update(outreachAttempts)
        .set(row)
        .where(and(eq(outreachAttempts.id, id), eq(outreachAttempts.state, 'allowed')))
    : db.insert(outreachAttempts).values({ id, ...row });
  return { verdict: ok({ attemptId: id } as Pass), statements: [statement] };
}

/** Whoever is not in our books can only be answered: there is nobody whose contacts could be counted. */
function askForStranger({ purpose }: ContactWish): Asked {
  if (purpose !== 'answer') return { verdict: refuse({ code: 'subscriber-not-found' }), statements: [] };
  return { verdict: ok({ attemptId: null } as Pass), statements: [] };
}

/**
 * For a report to an address that asked for it, or the question whether it does: the gate guards subscribers, and nothing
 * of theirs is counted here.
 */
export function passReport(): Pass {
  return { attemptId: null } as Pass;
}

type KnownWish = ContactWish & { subscriberId: string };

function rowOf({ isMade, ...wish }: KnownWish, { facts }: ContactStanding, now: Date) {
  return {
    ...wish,
    timeZone: facts.timeZone ?? 'unknown',
    state: isMade ? ('sent' as const) : ('allowed' as const),
    sentAt: isMade ? now : null,
    at: now,
  };
}

function refused(
  db: TenantDb,
  { sendKey, subscriberId, receivableId, purpose, channel }: KnownWish,
  { rule, until }: Extract<ContactDecision, { allowed: false }>,
  at: Date,
): Asked {
  const kept = { id: uuid(), sendKey, subscriberId, receivableId, purpose, channel, rule, until, at };
  return {
    verdict: refuse({ code: 'contact-refused', rule, until }),
    statements: [db.insert(outreachRefusals).values(kept)],
  };
}
