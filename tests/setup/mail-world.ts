import { setMailbox } from '#app/features/mail/set-mailbox.ts';
import { openImapDouble } from '#seeds/imap-double.ts';
import { openSmtpDouble } from '#seeds/smtp-double.ts';
import { fetchTenantMail } from '#workers/mail-fetch.ts';
import { seededLine } from './seeded-line.ts';
import { addLine, openWorld } from './world.ts';

export const ownAddress = 'help@volna.example';

/** A client company with a mailbox: a real SMTP server, an IMAP double, both on this machine. */
export async function openMailWorld() {
  const world = await openWorld('mts', { lines: [] });
  const lineId = await addLine(world, await seededLine('mts', 1), 'mts');
  const imap = await openImapDouble('help', 'secret');
  const smtp = await openSmtpDouble('secret');
  const input = {
    address: ownAddress,
    senderName: 'Волна',
    imap: { host: '127.0.0.1', port: imap.port, secure: false },
    smtp: { host: '127.0.0.1', port: smtp.port, secure: false },
    login: 'help',
    password: 'secret',
    authservId: 'mx.volna.example',
  };
  const admin = { userId: 'admin-1', name: 'Админ', roles: ['admin' as const] };
  const set = await setMailbox(world.services, admin, { tenantId: 't1', version: 0 }, input);
  if (!set.ok) throw new Error(set.error.code);
  return {
    ...world,
    lineId,
    imap,
    smtp,
    /** Looks into the mailbox and does all the work that follows. */
    async receive() {
      await fetchTenantMail(world.services, 't1');
      await world.settle(60_000);
    },
    async close() {
      await imap.close();
      await smtp.close();
      await world.close();
    },
  };
}
