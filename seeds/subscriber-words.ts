import { type Reason, reasons, thanks } from './contact-texts.ts';
import type { Draws } from './draws.ts';
import type { Letter, ReceivedMail } from './host-mail.ts';

/** Somebody who may write to us. */
export type Writer = { name: string; email: string; msisdn: string };

const goesOn: readonly string[] = [
  'А когда это вступит в силу?',
  'Проверил: пока без изменений. Посмотрите, пожалуйста, ещё раз.',
  'Понял. Если не заработает до вечера, напишу снова.',
  'Номер тот же, добавить нечего. Жду.',
];

export function drawReason(draws: Draws): Reason {
  return draws.pick(reasons.flatMap((reason) => Array.from({ length: reason.weight }, () => reason)));
}

/** A new mail about something that really happens to people. `id`: unlike any other's. */
export function letterOf(draws: Draws, writer: Writer, to: string, id: string): Letter {
  const { subject, says } = drawReason(draws);
  return {
    from: { name: writer.name, address: writer.email },
    to,
    subject,
    text: `${draws.pick(says)}\n\n${writer.name}\n${writer.msisdn}`,
    messageId: `<${id}@${writer.email.split('@')[1] ?? 'mail.example'}>`,
  };
}

/** What somebody writes back: more often he is content. */
export function drawComeback(draws: Draws): string {
  return draws.pick(draws.chance(0.6) ? thanks : goesOn);
}

/** The answer to a mail of ours, from the address it was sent to. */
export function answerTo(draws: Draws, mail: ReceivedMail, id: string): Letter {
  return {
    from: { name: '', address: mail.to },
    to: mail.replyTo,
    subject: mail.subject,
    text: drawComeback(draws),
    messageId: `<${id}@${mail.to.split('@')[1] ?? 'mail.example'}>`,
    inReplyTo: mail.messageId,
  };
}
