import { solveCase } from '#app/features/case/move-case.ts';
import { fetchTenantMail } from '#workers/mail-fetch.ts';
import { compareChannels } from './compare-channels.ts';
import type { Finding } from './compare-ledgers.ts';
import { dayCounts as counts, type DayDesk, listHeard, listUnsent, until } from './day-desk.ts';
import { createDraws } from './draws.ts';
import { hearAll, writeBack } from './hear-day.ts';
import { favour, tellOutage } from './lead-day.ts';
import { listWriters } from './list-writers.ts';
import { listCasesOf, logCalls, mergeTwo, replyAll } from './work-day.ts';

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
