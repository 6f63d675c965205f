import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getLine } from '#db/tenant/queries/lines.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { formatMsisdn } from './phone.ts';

export const RevealInput = z.strictObject({ reason: z.string().trim().min(3, { error: 'short' }).max(200) });

export type RevealRefusal = { code: 'forbidden'; action: 'subscriber:reveal' } | { code: 'line-not-found' };

export type RevealDesk = { db: TenantDb; actor: Actor; now: Date };

/** The full number, once its reader, reason and time stand in the access log. Never the other way round. */
export async function revealNumber(
  { db, actor, now }: RevealDesk,
  input: { lineId: string; reason: string },
): Promise<Result<{ number: string }, RevealRefusal>> {
  if (!can(actor, 'subscriber:reveal')) return refuse({ code: 'forbidden', action: 'subscriber:reveal' });
  const line = await getLine(db, input.lineId);
  if (!line) return refuse({ code: 'line-not-found' });
  const entry = {
    id: uuid(),
    at: now,
    userId: actor.userId,
    subscriberId: line.subscriberId,
    field: `msisdn:${line.id}`,
    reason: input.reason,
  };
  await commit(db, [db.insert(accessLog).values(entry)]);
  return ok({ number: formatMsisdn(line.msisdn) });
}
