import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { fetchTenantMail } from '#workers/mail-fetch.ts';
import { dayCounts as counts, type DayDesk, outageSubject } from './day-desk.ts';
import { createDraws, type Draws } from './draws.ts';
import { answerTo, drawReason, letterOf, type Writer } from './subscriber-words.ts';

/** Everything written, by its channel, some of it twice; gives the channels' own names of the messages. */
export async function hearAll(day: DayDesk, writers: readonly Writer[]): Promise<string[]> {
  const draws = createDraws(day.channel.plan.seed + 42);
  const next = (index: number): Writer => writers[index % writers.length] ?? nobody;
  return [
    ...(await hearMails(day, draws, next)),
    ...(await hearLines(day, draws, next)),
    ...(await hearForms(day, draws, next)),
  ];
}

type Next = (index: number) => Writer;
const nobody: Writer = { name: 'Абонент', email: 'abonent@mail.example', msisdn: '+79990000000' };

async function hearMails({ channel: { mail } }: DayDesk, draws: Draws, next: Next): Promise<string[]> {
  const names: string[] = [];
  for (let index = 0; index < counts.mails; index++) {
    // The last one writes twice: his two cases are merged.
    const letter = letterOf(draws, next(Math.min(index, counts.mails - 2)), mail.address, `day-${index}`);
    await mail.deliver(letter);
    if (index % 4 === 0) await mail.deliver(letter);
    names.push(letter.messageId);
  }
  return names;
}

async function hearLines({ channel: { messenger }, services }: DayDesk, draws: Draws, next: Next) {
  const names: string[] = [];
  for (let index = 0; index < counts.chats + counts.messenger; index++) {
    const isChat = index < counts.chats;
    const { msisdn } = next(20 + index);
    const line = {
      channel: isChat ? ('chat' as const) : ('messenger' as const),
      messageId: `day-line-${index}`,
      at: services.now().toISOString(),
      from: msisdn,
      number: msisdn,
      text: isChat ? outageSubject : draws.pick(drawReason(draws).says),
    };
    await Promise.all(Array.from({ length: index % 3 === 0 ? 2 : 1 }, () => messenger.tell(line)));
    names.push(line.messageId);
  }
  return names;
}

async function hearForms({ desk }: DayDesk, draws: Draws, next: Next): Promise<string[]> {
  const names: string[] = [];
  for (let index = 0; index < counts.cabinet + counts.web; index++) {
    const { subject, says, kind } = drawReason(draws);
    const externalId = `day-form-${index}`;
    const { db, now } = desk();
    const channel = index < counts.cabinet ? ('cabinet' as const) : ('web' as const);
    const said = { channel, externalId, at: now, address: next(40 + index).email, body: draws.pick(says) };
    await hearSubscriber(db, { ...said, opens: { kind, subject } }, now);
    names.push(externalId);
  }
  return names;
}

/** Some of those who were answered by mail write back; gives the names of their mails. */
export async function writeBack({ services, channel, desk }: DayDesk, draws: Draws) {
  const { mail } = channel;
  const letters = mail.ledger.taken
    .slice(-counts.answers)
    .map((taken, index) => answerTo(draws, taken, `back-${index}`));
  for (const letter of letters) await mail.deliver(letter);
  await fetchTenantMail(services, desk().db.tenantId);
  return letters.map(({ messageId }) => messageId);
}
