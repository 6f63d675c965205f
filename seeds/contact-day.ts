import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { logContact } from '#app/features/case/log-contact.ts';
import { mergeCase } from '#app/features/case/merge-case.ts';
import { type StaffDesk, solveCase } from '#app/features/case/move-case.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import { fetchTenantMail } from '#workers/mail-fetch.ts';
import { compareChannels } from './compare-channels.ts';
import type { Finding } from './compare-ledgers.ts';
import { dayCounts as counts, type DayDesk, listHeard, listUnsent, until } from './day-desk.ts';
import { createDraws } from './draws.ts';
import { hearAll, writeBack } from './hear-day.ts';
import { favour, tellOutage } from './lead-day.ts';
import { listWriters } from './list-writers.ts';
import { drawReason } from './subscriber-words.ts';

export type ContactDay = { figures: { contacts: number; repliesOut: number }; findings: Finding[] };

/**
 * A small day of contacts at one tenant's desk, through the commands the desk uses: written ones come by their
 * real channels, some twice; they are answered with double clicks, answered back, merged, gathered into an incident
 * that is told once and ended, favoured and solved. Then both sides of every channel are compared.
 */
export async function playContacts(day: DayDesk): Promise<ContactDay> {
  const { services, channel, desk } = day;
  const { db } = desk();
  const draws = createDraws(channel.plan.seed + 41);
  const writers = draws.shuffle(await listWriters(db, 120));
  const heard = await hearAll(day, writers);
  await fetchTenantMail(services, db.tenantId);
  await until('what subscribers wrote', async () => (await listHeard(day, heard)).length >= heard.length);
  const spoken = await logCalls(desk, counts.calls);
  const written = await listCasesOf(day, heard);
  const mergedId = await mergeTwo(day, written);
  const replied = await replyAll(
    desk,
    written.filter((id) => id !== mergedId),
  );
  await until('the replies', async () => (await listUnsent(day)).length === 0);
  const back = await writeBack(day, draws);
  await until('the answers to them', async () => (await listHeard(day, back)).length >= back.length);
  const told = await tellOutage(day);
  const deeds = await favour(day, spoken.slice(0, 3));
  for (const caseId of spoken.slice(3)) await solveCase(desk(), { caseId });
  await until('the last replies', async () => (await listUnsent(day)).length === 0);
  const findings = [
    ...(await compareChannels(day, [...heard, ...back], replied)),
    ...(told === counts.chats ? [] : [lost('incident', `${told} of ${counts.chats} cases were told`)]),
    ...(deeds === 3 ? [] : [lost('goodwill', `${deeds} of 3 decisions are there`)]),
  ];
  const out = channel.mail.ledger.taken.length + channel.messenger.taken.length;
  return { figures: { contacts: heard.length + back.length + spoken.length, repliesOut: out }, findings };
}

const lost = (carrier: string, what: string): Finding => ({ kind: 'lost', carrier, what });

async function listCasesOf({ desk }: DayDesk, names: readonly string[]): Promise<string[]> {
  const rows = await desk()
    .db.selectDistinct({ id: messages.caseId })
    .from(messages)
    .where(inArray(messages.externalId, [...names]));
  return rows.map(({ id }) => id);
}

async function logCalls(desk: () => StaffDesk, wanted: number): Promise<string[]> {
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
async function mergeTwo({ desk, channel }: DayDesk, ids: readonly string[]): Promise<string | null> {
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
async function replyAll(desk: () => StaffDesk, ids: readonly string[]): Promise<string[]> {
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
