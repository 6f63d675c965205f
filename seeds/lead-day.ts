import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { decideForSubscriber } from '#app/features/goodwill/decide-for-subscriber.ts';
import { declareIncident } from '#app/features/incident/declare-incident.ts';
import { updateIncident } from '#app/features/incident/update-incident.ts';
import { countCasesOf, getIncident } from '#db/tenant/queries/incidents.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { dayCounts as counts, type DayDesk, outageSubject, until } from './day-desk.ts';

/** Gathers the chats about the outage, tells them and ends it; gives how many were told twice, once each word. */
export async function tellOutage(day: DayDesk): Promise<number> {
  const { desk } = day;
  const input = {
    formToken: uuid(),
    title: outageSubject,
    banner: 'Связи нет во всём районе, чиним',
    match: { words: [outageSubject] },
    slaTreatment: 'pause' as const,
    startedAt: desk().now,
  };
  const declared = await declareIncident(desk(), input);
  if (!declared.ok) throw new Error(`The outage was refused: ${declared.error.code}.`);
  const incidentId = declared.value.id;
  const { db } = desk();
  await until('the cases of the outage', async () => (await countCasesOf(db, incidentId)) === counts.chats);
  const version = (await getIncident(db, incidentId))?.version ?? 1;
  const update = { incidentId, body: 'Связь восстановили. Простите за неудобство.', isLast: true, version };
  const [first, second] = await Promise.all([updateIncident(desk(), update), updateIncident(desk(), update)]);
  const told = [first, second].find((one) => one.ok);
  if (!told?.ok) throw new Error('The outage could not be told.');
  const { updateId } = told.value;
  const isTold = async () => (await listToldBy(day, updateId)).length === counts.chats;
  await until('the word of the outage', isTold);
  return (await listToldBy(day, updateId)).length;
}

async function listToldBy({ desk }: DayDesk, updateId: string) {
  const rows = await desk()
    .db.select({ token: messages.formToken })
    .from(messages)
    .where(and(eq(messages.kind, 'reply'), isNotNull(messages.formToken)));
  return rows.filter(({ token }) => token?.startsWith(`${updateId}:`));
}

/** Each with a double click; gives how many decisions there are. */
export async function favour({ desk, channel: { plan } }: DayDesk, ids: readonly string[]): Promise<number> {
  for (const caseId of ids) {
    const gift = { formToken: uuid(), kind: 'credit' as const, amountKopecks: 10_000, reason: 'Ошиблись мы' };
    const give = () => decideForSubscriber({ ...desk(), timeZone: plan.timeZone }, { ...gift, caseId });
    await Promise.all([give(), give()]);
  }
  const rows = await desk()
    .db.select({ id: goodwillDecisions.id })
    .from(goodwillDecisions)
    .where(inArray(goodwillDecisions.caseId, [...ids]));
  return rows.length;
}
