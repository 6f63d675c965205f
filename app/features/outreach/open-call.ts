import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { formatMsisdn } from '#app/features/subscriber/phone.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getLine } from '#db/tenant/queries/lines.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { askGate, type GateRefusal } from './ask-gate.ts';
import type { ContactDecision, ContactRule } from './decide-contact.ts';
import type { OutreachPurpose } from './outreach.ts';
import { decideNow, readContact } from './read-contact.ts';

/** What a colleague may call somebody for by himself. */
export const dialPurposes = ['answer', 'service', 'collection'] as const;
export type DialPurpose = (typeof dialPurposes)[number];
export const DialInput = z.strictObject({ purpose: z.enum(dialPurposes), formToken: z.uuid() });

export type DialRefusal =
  | { code: 'forbidden'; action: 'subscriber:reveal' }
  | { code: 'line-not-found' }
  | { code: 'call-refused'; rule: ContactRule; until: Date | null }
  | { code: 'conflict' };
type DialDesk = { db: TenantDb; actor: Actor; now: Date };

/** Whether a subscriber may be called about each thing at this moment. Writes nothing. */
export async function readDialling(
  { db, actor, now }: DialDesk,
  lineId: string,
): Promise<Result<{ purpose: DialPurpose; decision: ContactDecision }[], DialRefusal>> {
  if (!can(actor, 'subscriber:reveal')) return refuse({ code: 'forbidden', action: 'subscriber:reveal' });
  const line = await getLine(db, lineId);
  const standing = line && (await readContact(db, line.subscriberId, now));
  if (!standing) return refuse({ code: 'line-not-found' });
  return ok(
    dialPurposes.map((purpose) => ({
      purpose,
      decision: decideNow(standing, { purpose, channel: 'call', at: now }),
    })),
  );
}

/**
 * The number to dial, once the gate let the call through: it counts from here, and who saw the number and what for
 * stands in the access log, all in one batch. Pressed twice, it is one call.
 */
export async function openCall(
  { db, actor, now }: DialDesk,
  { lineId, purpose, formToken }: { lineId: string; purpose: DialPurpose; formToken: string },
): Promise<Result<{ number: string }, DialRefusal>> {
  if (!can(actor, 'subscriber:reveal')) return refuse({ code: 'forbidden', action: 'subscriber:reveal' });
  const line = await getLine(db, lineId);
  if (!line) return refuse({ code: 'line-not-found' });
  const about = {
    subscriberId: line.subscriberId,
    lineId,
    address: line.msisdn,
    content: '',
    by: actor.userId,
  };
  const made: { purpose: OutreachPurpose; channel: 'call'; isMade: true } = {
    purpose,
    channel: 'call',
    isMade: true,
  };
  const asked = await askGate(db, { sendKey: `dial-${formToken}`, ...about, ...made }, now);
  const number = formatMsisdn(line.msisdn);
  if (!asked.verdict.ok) {
    if (asked.statements.length > 0) await commit(db, asked.statements);
    return refusedByGate(asked.verdict.error, actor, number);
  }
  const seen = { userId: actor.userId, subscriberId: line.subscriberId, field: `msisdn:${lineId}` };
  const entry = { id: uuid(), at: now, ...seen, reason: `call: ${purpose}` };
  const written = await commit(db, [...asked.statements, db.insert(accessLog).values(entry)]);
  return written.ok ? ok({ number }) : refuse({ code: 'conflict' });
}

function refusedByGate(
  error: GateRefusal,
  actor: Actor,
  number: string,
): Result<{ number: string }, DialRefusal> {
  if (error.code === 'subscriber-not-found') return refuse({ code: 'line-not-found' });
  if (error.code === 'contact-refused')
    return refuse({ code: 'call-refused', rule: error.rule, until: error.until });
  return error.attempt.by === actor.userId ? ok({ number }) : refuse({ code: 'conflict' });
}
