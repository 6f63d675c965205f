import { findCaller } from '#app/features/call/find-caller.ts';
import type { HeardMessage } from '#app/features/case/hear-subscriber.ts';
import type { TenantDb } from '#db/open.ts';
import { getLine } from '#db/tenant/queries/lines.ts';
import { countContactsOfAddress, demandContacts, getCaseIdOfAddress } from '#db/tenant/queries/messenger.ts';
import { type MessageTold, subjectOf } from './messenger.ts';

/**
 * A told message as the case it goes into: the newest one of that person in that channel unless it is closed,
 * else a new one of whoever has the number.
 */
export async function placeMessage(db: TenantDb, told: MessageTold, now: Date): Promise<HeardMessage> {
  const { channel, messageId, from, name, number, text } = told;
  const at = told.at > now ? now : told.at;
  const find = async () => {
    const known = await countContactsOfAddress(db, channel, from);
    const caseId = await getCaseIdOfAddress(db, channel, from);
    return { caseId, guard: demandContacts(db, channel, from, known) };
  };
  const { caseId } = await find();
  const caller = number ? await findCaller(db, number) : null;
  const line = caller?.lineId ? await getLine(db, caller.lineId) : null;
  const owner = line
    ? { subscriberId: line.subscriberId, lineId: line.id, carrier: line.carrier }
    : { subscriberId: null, lineId: null, carrier: null };
  const body = !line && !caseId && name ? `${name}:\n${text}` : text;
  const opens = { kind: 'question' as const, subject: subjectOf(text), ...owner };
  return { channel, externalId: messageId, at, address: from, body, find, opens };
}
