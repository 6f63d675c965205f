import { expect, test } from 'vitest';
import { fetchMail } from '#app/features/mail/fetch-mail.ts';
import { sendMail } from '#app/features/mail/send-mail.ts';
import type { Pass } from '#app/features/outreach/pass.ts';
import { hostMail, mailCredentials, type ReceivedMail } from './host-mail.ts';

test('what a subscriber writes is read from the inbox, what we answer reaches him and the ledger', async () => {
  const answered: ReceivedMail[] = [];
  const address = 'help@volna.example';
  const host = await hostMail({ tenantId: 't1', address, port: 0, uidValidity: 7 });
  host.listen((mail) => void answered.push(mail));
  const server = (port: number) => ({ host: '127.0.0.1', port, secure: false });
  const [imap, smtp] = [server(host.imapPort), server(host.smtpPort)];
  const mailbox = { address, senderName: 'Волна', imap, smtp, authservId: null, ...mailCredentials };
  const from = { name: 'Анна Серова', address: 'anna@mail.example' };
  const letter = {
    from,
    to: address,
    subject: 'Списали деньги',
    text: 'За что?',
    messageId: '<a1@mail.example>',
  };
  await host.deliver(letter);
  const read: { uidValidity: string; text: string }[] = [];
  await fetchMail(mailbox, null, async ({ uidValidity, raw }) => {
    read.push({ uidValidity, text: Buffer.from(raw).toString() });
  });
  expect(read).toMatchObject([{ uidValidity: '7', text: expect.stringContaining('<a1@mail.example>') }]);
  const reply = {
    to: from.address,
    subject: 'Re: [#5] Списали деньги',
    text: 'Вернули',
    messageId: '<b1@x.example>',
  };
  const replyTo = 'help+c5.00@volna.example';
  const pass = { attemptId: null } as Pass;
  const sent = await sendMail(mailbox, { ...reply, replyTo, attachments: [], isAutomatic: false, pass });
  expect(sent.type).toBe('sent');
  const taken = { to: 'anna@mail.example', messageId: '<b1@x.example>', replyTo };
  expect(host.ledger).toMatchObject({ delivered: ['<a1@mail.example>'], taken: [taken] });
  expect(answered).toEqual(host.ledger.taken);
  await host.close();
});
