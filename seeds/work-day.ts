import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { logContact } from '#app/features/case/log-contact.ts';
import { mergeCase } from '#app/features/case/merge-case.ts';
import type { StaffDesk } from '#app/features/case/move-case.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import type { DayDesk } from './day-desk.ts';
import { createDraws } from './draws.ts';
import { drawReason } from './subscriber-words.ts';

/** The cases that these messages went into. */
export async function listCasesOf({ desk }: DayDesk, names: readonly string[]): Promise<string[]> {
  const rows = await desk()
    .db.selectDistinct({ id: messages.caseId })
    .from(messages)
    .where(inArray(messages.externalId, [...names]));
  return rows.map(({ id }) => id);
}

/** Logs calls and visits, each with a double click. */
export async function logCalls(desk: () => StaffDesk, wanted: number): Promise<string[]> {
  const draws = createDraws(43);
  const ids: string[] = [];
  for (let index = 0; index < wanted; index++) {
    const { kind, subject, says } = drawReason(draws);
    const channel = index % 4 === 3 ? ('walkin' as const) : ('call' as const);
    const input = {
      formToken: uuid(),
      channel,
      direction: 'inbound' as const,
      words: draws.pick(says),
      case: { kind, subject },
    };
    const [logged] = await Promise.all([logContact(desk(), input), logContact(desk(), input)]);
    if (!logged.ok) throw new Error(`A call was not logged: ${logged.error.code}.`);
    ids.push(logged.value.caseId);
  }
  return ids;
}

/** The two cases of the one who wrote two mails; gives the one that went into the other. */
export async function mergeTwo({ desk, channel }: DayDesk, ids: readonly string[]): Promise<string | null> {
  const rows = await desk()
    .db.select({ id: cases.id, name: messages.externalId })
    .from(cases)
    .innerJoin(messages, eq(messages.caseId, cases.id))
    .where(
      and(inArray(cases.id, [...ids]), inArray(messages.externalId, channel.mail.ledger.delivered.slice(-2))),
    );
  const [one, other] = rows;
  if (!one || !other) return null;
  const merged = await mergeCase(desk(), { caseId: one.id, intoId: other.id });
  return merged.ok ? one.id : null;
}

/** Answers every case once, every third with a double click; gives what the desk acknowledged. */
export async function replyAll(desk: () => StaffDesk, ids: readonly string[]): Promise<string[]> {
  const acknowledged: string[] = [];
  for (const [index, caseId] of ids.entries()) {
    const seenMessageId = (await getCase(desk().db, caseId))?.lastMessageId ?? null;
    const nextState = index % 2 === 0 ? ('waiting' as const) : ('open' as const);
    const input = { caseId, formToken: uuid(), body: 'Проверили, всё исправили.', seenMessageId, nextState };
    const clicks = Array.from({ length: index % 3 === 0 ? 2 : 1 }, () => sendReply(desk(), input));
    const [sent] = await Promise.all(clicks);
    if (sent?.ok) acknowledged.push(sent.value.messageId);
  }
  return acknowledged;
}
