import { expect, test } from 'vitest';
import { composeReply, type ReplyToSend } from './compose-reply.ts';
import { judgeSmtpFailure, oneLine } from './send-mail.ts';
import { readThreadProofs } from './thread-token.ts';

const key = Buffer.alloc(32, 1);
const at = new Date('2026-03-02T09:00:00Z');
const reply: ReplyToSend = {
  address: 'help@volna.example',
  key,
  case: { number: 1042, subject: 'Re: Не работает интернет' },
  message: { id: '018f0000-0000-7000-8000-000000000001', body: 'Проверили: всё работает.' },
  to: 'anna@mail.example',
  history: [
    { kind: 'inbound', body: 'Не работает\n> старое', at, externalId: '<1@mail.example>' },
    { kind: 'reply', body: 'Здравствуйте', at, externalId: '<reply.x@volna.example>' },
  ],
  timeZone: 'Europe/Moscow',
  attachments: [],
  ratingUrl: null,
};

test('a reply carries its case, its thread and what was said before', () => {
  const mail = composeReply(reply);
  expect(mail.subject).toBe('Re: [#1042] Не работает интернет');
  expect(mail.text).toBe(
    'Проверили: всё работает.\n\n2 мар. 2026 г., 12:00 вы писали:\n> Не работает\n\n2 мар. 2026 г., 12:00 мы отвечали:\n> Здравствуйте',
  );
  expect(mail.inReplyTo).toBe('<1@mail.example>');
  const proofs = readThreadProofs(key, { recipients: [mail.replyTo ?? ''], references: mail.messageId });
  expect(proofs).toEqual([{ messageId: reply.message.id }, { caseNumber: 1042 }]);
});

test('a reply that solves the case asks how it was, before what was said earlier', () => {
  const { text } = composeReply({ ...reply, ratingUrl: 'https://pult.example/f/volna/ratings/x.y' });
  expect(text).toMatch(
    /^Проверили: всё работает\.\n\nПомогли ли мы вам\? .+:\nhttps:\/\/pult\.example\/f\/volna\/ratings\/x\.y\n\n2 мар/,
  );
});

test('names that a stranger chose never become headers of ours', () => {
  const externalId = '<a@b>\r\nBcc: eve@evil.example';
  const mail = composeReply({ ...reply, history: [{ kind: 'inbound', body: '', at, externalId }] });
  expect([mail.inReplyTo, mail.references]).toEqual([undefined, []]);
  expect(oneLine('Тема\r\nBcc: eve@evil.example\u2028x')).toBe('Тема Bcc: eve@evil.example x');
});

test.each([
  ['nobody listens', { code: 'ESOCKET' }, false, 'again'],
  ['the password is wrong', { code: 'EAUTH', responseCode: 535 }, false, 'again'],
  ['the server is busy', { code: 'EENVELOPE', responseCode: 451 }, false, 'again'],
  ['there is no such address', { code: 'EENVELOPE', responseCode: 550 }, false, 'refused'],
  ['the mail is refused', { code: 'EMESSAGE', responseCode: 554 }, true, 'refused'],
  ['the mail is put off', { code: 'EMESSAGE', responseCode: 452 }, true, 'again'],
  ['it broke off before the mail', { code: 'ECONNECTION' }, false, 'again'],
  ['it broke off in the mail', { code: 'ECONNECTION' }, true, 'unconfirmed'],
  ['nothing was said after the mail', { code: 'ETIMEDOUT' }, true, 'unconfirmed'],
] as const)('when %s', (_what, error, isBegun, type) => {
  expect(judgeSmtpFailure(error, isBegun).type).toBe(type);
});
