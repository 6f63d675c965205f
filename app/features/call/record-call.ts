import { v7 as uuid } from 'uuid';
import { commit, type Statement } from '#db/commit.ts';
import type { Change, TenantDb } from '#db/open.ts';
import { getContactOfCall, getUserAtExtension, listCallEvents } from '#db/tenant/queries/calls.ts';
import { callEvents } from '#db/tenant/schema/call.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { type Call, type CallTold, tellCall } from './call.ts';
import { findCaller } from './find-caller.ts';

const mostTries = 8;

/**
 * Writes one thing an exchange tells of a call, and the contact as all that was told now makes it: events
 * heard twice, late or at once come to the same row. Only the agent who has the call, or had it, is told.
 */
export async function recordCall(db: TenantDb, told: CallTold, now: Date): Promise<{ contactId: string }> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await listCallEvents(db, told.callId);
    const contact = await getContactOfCall(db, told.callId);
    const isKnown = before.some(
      ({ event, at }) => event === told.event && at.getTime() === told.at.getTime(),
    );
    if (isKnown && contact) return { contactId: contact.id };
    const { callId, event, at, extension = null, recordingUrl = null } = told;
    const heard = { event, at, extension, recordingUrl };
    const call = tellCall([...before, heard]);
    const agentId = call.extension === null ? null : await getUserAtExtension(db, call.extension);
    const contactId = contact?.id ?? uuid();
    const caller = await findCaller(db, told.number);
    const statements = [
      db.insert(callEvents).values({ callId, place: before.length + 1, ...heard, heardAt: now }),
      writeContact(db, { contactId, told, call, agentId, caller, now }),
    ];
    const written = await commit(db, statements, tellAgents(contactId, [agentId, contact?.agentId]));
    if (written.ok) return { contactId };
  }
  throw new Error(`The call ${told.callId} lost ${mostTries} races with its other events.`);
}

type Row = {
  contactId: string;
  told: CallTold;
  call: Call;
  agentId: string | null;
  caller: Awaited<ReturnType<typeof findCaller>>;
  now: Date;
};

function writeContact(db: TenantDb, { contactId, told, call, agentId, caller, now }: Row): Statement {
  const { startedAt, endedAt, waitMs, talkMs, holdMs, recordingUrl } = call;
  const measured = { agentId, startedAt, endedAt, waitMs, talkMs, holdMs, recordingUrl };
  return db
    .insert(contacts)
    .values({
      id: contactId,
      channel: 'call',
      direction: told.direction,
      externalId: told.callId,
      createdAt: now,
      ...caller,
      ...measured,
    })
    .onConflictDoUpdate({ target: [contacts.channel, contacts.externalId], set: measured });
}

function tellAgents(contactId: string, agents: (string | null | undefined)[]): Change[] {
  const userIds = [...new Set(agents)].filter((id): id is string => typeof id === 'string');
  return userIds.map((userId) => ({ topic: 'call', id: contactId, userId }));
}
