import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { attachments, contacts, macros, messages } from '#db/tenant/schema/contact.ts';
import { mailArrivals } from '#db/tenant/schema/mail.ts';
import { notices } from '#db/tenant/schema/notice.ts';
import { makeLine, makeSubscriber, seededId, seedTime } from '#seeds/factories.ts';

/** A case with all that hangs on it, marked so that it is known in any text. Gives the ids of its parts. */
export async function fillContacts(db: TenantDb, seed: number, marker: string, userId: string) {
  const room = (place: number) => seededId(seedTime, seed, place);
  const [caseId, contactId, messageId] = [room(20), room(21), room(22)];
  const [attachmentId, uploadId, arrivalId, macroId] = [room(23), room(24), room(25), room(26)];
  const noticeId = room(27);
  const told = { kind: 'mention' as const, messageId };
  const sha256 = 'ab'.repeat(32);
  const file = { name: `${marker}.txt`, type: 'text/plain', sizeBytes: 1, sha256 };
  const said = { caseId, channel: 'email', body: `${marker} письмо`, state: 'sent', at: seedTime } as const;
  await commit(db, [
    db.insert(cases).values({
      id: caseId,
      number: seed,
      kind: 'question',
      state: 'open',
      version: 1,
      subject: `${marker} обращение`,
      priority: 'normal',
      channel: 'email',
      subscriberId: makeSubscriber(seed).id,
      lineId: makeLine(seed).id,
      createdBy: 'subscriber',
      createdAt: seedTime,
      changedAt: seedTime,
    }),
    db.insert(contacts).values({
      id: contactId,
      caseId,
      channel: 'email',
      direction: 'inbound',
      address: `${seed}@mail.example`,
      startedAt: seedTime,
      createdAt: seedTime,
    }),
    db.insert(messages).values({ id: messageId, contactId, kind: 'inbound', author: 'subscriber', ...said }),
    db.insert(attachments).values({ id: attachmentId, messageId, ...file }),
    db.insert(uploads).values({ id: uploadId, caseId, userId, at: seedTime, ...file }),
    db.insert(macros).values({
      id: macroId,
      ownerId: userId,
      title: `${marker} шаблон`,
      body: marker,
      actions: {},
      changedAt: seedTime,
    }),
    db.insert(notices).values({
      id: noticeId,
      userId,
      kind: told.kind,
      source: messageId,
      told,
      caseId,
      by: userId,
      at: seedTime,
    }),
    db.insert(mailArrivals).values({
      id: arrivalId,
      sha256,
      sizeBytes: 1,
      state: 'kept',
      flags: [],
      subject: `${marker} письмо`,
      arrivedAt: seedTime,
    }),
  ]);
  return {
    caseId,
    contactId,
    subscriberId: makeSubscriber(seed).id,
    messageId,
    attachmentId,
    uploadId,
    arrivalId,
    macroId,
    noticeId,
    step: 'thanks',
  };
}
