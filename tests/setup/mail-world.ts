import { SMTPServer } from 'smtp-server';
import { setMailbox } from '#app/features/mail/set-mailbox.ts';
import type { Services } from '#app/platform/context.ts';
import { fetchTenantMail } from '#workers/mail-fetch.ts';
import { openImapDouble } from './imap-double.ts';
import { seededLine } from './seeded-line.ts';
import { addLine, openWorld } from './world.ts';

export const ownAddress = 'help@volna.example';

/** How the SMTP server meets the next mails; `null`: it takes them. */
type Mood = null | 'busy' | 'no-such-address' | 'breaks-in-mail';

/** A client company with a mailbox: a real SMTP server, an IMAP double, both on this machine. */
export async function openMailWorld() {
  const world = await openWorld('mts', { lines: [] });
  const lineId = await addLine(world, await seededLine('mts', 1), 'mts');
  const imap = await openImapDouble('help', 'secret');
  const smtp = await openSmtp();
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
  const { databases, secretKey, now } = world.services;
  const set = await setMailbox(
    { databases, secretKey, now } as Services,
    admin,
    { tenantId: 't1', version: 0 },
    input,
  );
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

async function openSmtp() {
  const state = { mood: null as Mood, taken: [] as { to: string[]; from: string; text: string }[], tries: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password: given }, _session, done) =>
      given === 'secret' ? done(null, { user: username }) : done(new Error('wrong password')),
    onRcptTo(_address, _session, done) {
      state.tries += 1;
      if (state.mood === 'busy') done(Object.assign(new Error('later'), { responseCode: 451 }));
      else if (state.mood === 'no-such-address')
        done(Object.assign(new Error('nobody'), { responseCode: 550 }));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        if (state.mood === 'breaks-in-mail') {
          server.close();
          for (const connection of server.connections) connection.close();
          return;
        }
        const { rcptTo, mailFrom } = session.envelope;
        state.taken.push({
          to: rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : '',
          text: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    state,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
