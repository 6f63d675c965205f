import { createServer, type Socket } from 'node:net';

/** A mailbox of plain IMAP4rev1 that tests and the demo fill: as much of the protocol as reading an inbox needs. */
export type ImapDouble = {
  port: number;
  /** Puts a mail in; `claims`: a size that the server says it has, whatever is true. Gives its UID. */
  deliver(raw: Uint8Array | string, claims?: { sizeBytes: number }): number;
  /** Numbers all mails anew, as a server does that has lost its index. */
  renumber(): void;
  /** Breaks the connection in the middle of the next whole mail. */
  breakOnce(): void;
  /** Every command that was heard, without its tag. */
  heard: string[];
  close(): Promise<void>;
};

type Stored = { uid: number; raw: Buffer; sizeBytes: number };

/** `uidValidity`: another one for a mailbox that has forgotten its mails, so that nobody counts on from there. */
export async function openImapDouble(
  login: string,
  password: string,
  { port = 0, uidValidity = 1 } = {},
): Promise<ImapDouble> {
  const state = {
    mails: [] as Stored[],
    nextUid: 1,
    uidValidity,
    breaksNext: false,
    heard: [] as string[],
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.write('* OK ready\r\n');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n'); end !== -1; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        answer(socket, line);
      }
    });
  });

  function answer(socket: Socket, line: string): void {
    const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    state.heard.push(command);
    const verb = command.split(' ', 1)[0]?.toUpperCase() ?? '';
    const ok = (...lines: string[]) => socket.write([...lines, `${tag} OK done`, ''].join('\r\n'));
    if (verb === 'CAPABILITY') ok('* CAPABILITY IMAP4rev1');
    else if (verb === 'LOGIN') {
      const isRight = command.includes(login) && command.includes(password);
      isRight ? ok() : socket.write(`${tag} NO [AUTHENTICATIONFAILED] wrong password\r\n`);
    } else if (verb === 'LIST') ok('* LIST (\\HasNoChildren) "/" "INBOX"');
    else if (verb === 'EXAMINE' || verb === 'SELECT')
      ok(
        '* FLAGS ()',
        `* ${state.mails.length} EXISTS`,
        '* 0 RECENT',
        `* OK [UIDVALIDITY ${state.uidValidity}] .`,
      );
    else if (/^UID SEARCH/i.test(command)) ok(`* SEARCH ${found(command).join(' ')}`.trimEnd());
    else if (/^UID FETCH/i.test(command)) fetch(socket, command) && ok();
    else if (verb === 'LOGOUT') ok('* BYE');
    else ok();
  }

  function found(command: string): number[] {
    const from = Number(/UID (\d+):\*/i.exec(command.slice(10))?.[1] ?? 1);
    const last = state.mails.at(-1)?.uid ?? 0;
    // "n:*" always means the last mail too, however small its number is.
    return state.mails.filter(({ uid }) => uid >= from || uid === last).map(({ uid }) => uid);
  }

  function fetch(socket: Socket, command: string): boolean {
    const uid = Number(/^UID FETCH (\d+)/i.exec(command)?.[1]);
    const at = state.mails.findIndex((mail) => mail.uid === uid);
    const mail = state.mails[at];
    if (!mail) return true;
    const head = `* ${at + 1} FETCH (UID ${uid} RFC822.SIZE ${mail.sizeBytes} INTERNALDATE "02-Mar-2026 09:00:00 +0000"`;
    const [, part, from, length] = /BODY(?:\.PEEK)?\[(HEADER)?\](?:<(\d+)\.(\d+)>)?/i.exec(command) ?? [];
    if (!/BODY/i.test(command)) return socket.write(`${head})\r\n`) || true;
    const whole = part ? mail.raw.subarray(0, mail.raw.indexOf('\r\n\r\n') + 4) : mail.raw;
    const bytes = length ? whole.subarray(0, Number(length)) : whole;
    socket.write(`${head} BODY[${part ?? ''}]${from ? `<${from}>` : ''} {${bytes.length}}\r\n`);
    if (state.breaksNext && !part) {
      state.breaksNext = false;
      socket.write(bytes.subarray(0, 5), () => socket.destroy());
      return false;
    }
    socket.write(bytes);
    socket.write(')\r\n');
    return true;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    heard: state.heard,
    deliver(raw, claims) {
      const bytes = Buffer.from(raw as string);
      const uid = state.nextUid++;
      state.mails.push({ uid, raw: bytes, sizeBytes: claims?.sizeBytes ?? bytes.length });
      return uid;
    },
    renumber() {
      state.uidValidity += 1;
      state.nextUid = 1;
      for (const mail of state.mails) mail.uid = state.nextUid++;
    },
    breakOnce() {
      state.breaksNext = true;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
