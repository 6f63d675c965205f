import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { tellFollowers, tellPeople } from '#app/features/notice/tell-people.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Statement } from '#db/commit.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { type CaseRow, getMessageByFormToken, type MessageRow } from '#db/tenant/queries/cases.ts';
import { caseFollowers } from '#db/tenant/schema/case.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import type { NoteInput } from './case-inputs.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { changeCase } from './change-case.ts';
import type { StaffDesk } from './move-case.ts';
import { forgetDraft } from './save-draft.ts';

type Note = NoteInput & { caseId: string };

/** Writes a note that only colleagues see; those it names are told of it and follow the case from now on. */
export async function addNote(
  desk: StaffDesk,
  input: Note,
): Promise<Result<{ messageId: string }, CaseRefusal>> {
  const { db, actor } = desk;
  const { caseId, formToken, body } = input;
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const earlier = await getMessageByFormToken(db, formToken);
  if (earlier) return notedBefore(earlier, caseId, body);
  const id = uuid();
  const changed = await changeCase(desk, 'case:write', caseId, async (row) => {
    if (!(await areColleagues(desk, input.mentions))) return refuse({ code: 'mention-not-colleague' });
    return ok({
      event: 'noted',
      note: { messageId: id, mentions: input.mentions },
      set: { lastMessageId: id },
      follow: await noteStatements(desk, row, { id, ...input }),
    });
  });
  if (changed.ok) return ok({ messageId: id });
  const stored = await getMessageByFormToken(db, formToken);
  return stored ? notedBefore(stored, caseId, body) : changed;
}

/** Nobody is called into the case of a client company that he does not serve. */
async function areColleagues({ db, control }: StaffDesk, mentions: readonly string[]): Promise<boolean> {
  if (mentions.length === 0) return true;
  const serving = new Set((await listColleagues(control, db.tenantId)).map(({ id }) => id));
  return mentions.every((id) => serving.has(id));
}

async function noteStatements(
  { db, actor, now }: StaffDesk,
  { id: caseId }: CaseRow,
  { id, body, mentions, formToken }: Note & { id: string },
): Promise<Statement[]> {
  const by = actor.userId;
  const written = { id, caseId, kind: 'note' as const, author: by, body, mentions, formToken };
  const named = mentions.filter((userId) => userId !== by);
  const notice = { caseId, by, at: now };
  const wrote = { kind: 'follow' as const, messageId: id, wrote: 'note' as const };
  return [
    db.insert(messages).values({ ...written, state: 'sent', sentAt: now, at: now }),
    ...mentions.map((userId) => db.insert(caseFollowers).values({ caseId, userId }).onConflictDoNothing()),
    ...tellPeople(db, named, { ...notice, told: { kind: 'mention', messageId: id } }),
    ...(await tellFollowers(db, { ...notice, told: wrote }, named)),
    forgetDraft(db, by, caseId, 'note'),
  ];
}

function notedBefore(
  message: MessageRow,
  caseId: string,
  body: string,
): Result<{ messageId: string }, CaseRefusal> {
  const isSame = message.caseId === caseId && message.body === body;
  return isSame ? ok({ messageId: message.id }) : refuse({ code: 'form-reused' });
}
