import { SMTPServer } from 'smtp-server';

/** How the server meets the next mails; `null`: it takes them. */
type Mood = null | 'busy' | 'no-such-address' | 'breaks-in-mail';
export type TakenMail = { to: string[]; from: string; text: string };
type SmtpState = { mood: Mood; taken: TakenMail[]; tries: number };
export type SmtpDouble = { port: number; state: SmtpState; close(): Promise<void> };

/** A real SMTP server on this machine that tells `onTaken` of every mail and keeps it in its own ledger. */
export async function openSmtpDouble(
  password: string,
  { port = 0, onTaken = (_mail: TakenMail): void => {} } = {},
): Promise<SmtpDouble> {
  const state: SmtpState = { mood: null, taken: [], tries: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password: given }, _session, done) =>
      given === password ? done(null, { user: username }) : done(new Error('wrong password')),
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
        const to = rcptTo.map(({ address }) => address);
        const mail = { to, from: mailFrom ? mailFrom.address : '', text: Buffer.concat(chunks).toString() };
        state.taken.push(mail);
        done();
        onTaken(mail);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A client that breaks off is no fault of ours.
  server.on('error', () => {});
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    state,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
