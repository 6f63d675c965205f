import { eq } from 'drizzle-orm';
import type { FileStore } from '#app/features/attachment/file-store.ts';
import { hangFiles, type KeptFile, keepFile } from '#app/features/attachment/keep-attachments.ts';
import type { HeardMessage } from '#app/features/case/hear-subscriber.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getMessageByExternalId } from '#db/tenant/queries/cases.ts';
import { type ArrivalRow, findSubscriberByEmail } from '#db/tenant/queries/mail.ts';
import { mailArrivals } from '#db/tenant/schema/mail.ts';
import { findThread } from './find-thread.ts';
import { automaticBy, joinsThread, judgeSender } from './judge-mail.ts';
import type { ArrivalFlag, ArrivalState } from './mail.ts';
import { languageOf, mailWords } from './mail-words.ts';
import type { Mailbox } from './open-mailbox.ts';
import { parseMail } from './parse-mail.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { readThreadProofs } from './thread-token.ts';

export type Post = { db: TenantDb; store: FileStore; key: Buffer; mailbox: Mailbox | null };

/** What is to be done with a mail: put into a case, told as a reply that came back, or only written down. */
export type Filing =
  | { type: 'hear'; message: HeardMessage; refuseTo: string | null }
  | { type: 'bounced'; messageId: string; reason: string; settle: Statement }
  | { type: 'settle'; settle: Statement };

/** Reads a kept mail and decides. Writes nothing but the files of its attachments, which may be written twice. */
export async function fileArrival(post: Post, arrival: ArrivalRow): Promise<Filing> {
  const raw = await post.store.read(arrival.sha256);
  if (!raw) throw new Error(`The mail ${arrival.id} is not on the disk under ${arrival.sha256}.`);
  const parsed = await parseMail(raw);
  if (!parsed.ok) return hearUnreadable(post, arrival, `${parsed.error.code}: ${parsed.error.words}`);
  const mail = parsed.value;
  const machine = automaticBy(mail, post.mailbox?.address ?? '');
  if (machine === null) return hear(post, arrival, mail);
  const settle = settleArrival(post.db, arrival.id, { state: 'automatic', reason: machine, ...about(mail) });
  const [proof] = readThreadProofs(post.key, {
    recipients: [],
    references: `${mail.references} ${Buffer.from(raw.subarray(0, 20_000)).toString('latin1')}`.slice(
      0,
      20_000,
    ),
  });
  const isReport = machine === 'report' && proof && 'messageId' in proof;
  if (!isReport) return { type: 'settle', settle };
  return { type: 'bounced', messageId: proof.messageId, reason: mail.text.slice(0, 500), settle };
}

/** The statement that writes what became of a mail. */
export function settleArrival(
  db: TenantDb,
  id: string,
  set: Partial<Omit<typeof mailArrivals.$inferInsert, 'id'>> & { state: ArrivalState },
): Statement {
  return db.update(mailArrivals).set(set).where(eq(mailArrivals.id, id));
}

function about({ from, subject }: ParsedMail) {
  return { fromAddress: from, subject };
}

async function hear(post: Post, arrival: ArrivalRow, mail: ParsedMail): Promise<Filing> {
  const { db, mailbox, key } = post;
  const isTooLarge = arrival.reason === 'too-large';
  const word = judgeSender(mail, mailbox?.authservId ?? null);
  const thread = await findThread(db, key, mail);
  const { joins, flags } = joinsThread(mail.from, thread, word);
  const language = languageOf(`${mail.subject} ${mail.text}`.slice(0, 2000));
  const body = isTooLarge ? mailWords[language].tooLargeBody(arrival.sizeBytes) : mail.text;
  const named = await nameMail(db, arrival, mail, body);
  if (named.isDoubled)
    return { type: 'settle', settle: settleArrival(db, arrival.id, { state: 'doubled', ...about(mail) }) };
  const owner = mail.from && word !== 'refuted' ? await findSubscriberByEmail(db, mail.from) : null;
  const files = isTooLarge ? [wholeMail(arrival)] : await keepFiles(post.store, mail);
  const all: ArrivalFlag[] = [...flags, ...named.flags, ...(mail.isShortened ? ['shortened' as const] : [])];
  const state = isTooLarge ? 'too-large' : 'filed';
  const settled = { state, flags: all, ...about(mail) } as const;
  const message: HeardMessage = {
    channel: 'email',
    externalId: named.externalId,
    at: arrival.arrivedAt,
    address: mail.from ?? '',
    body,
    ...(joins && thread ? { caseId: thread.caseId } : {}),
    opens: {
      kind: 'question',
      subject: mail.subject || mailWords[language].noSubject,
      language,
      ...(owner ?? {}),
    },
    keep: (messageId, caseId) => [
      ...hangFiles(db, messageId, files),
      settleArrival(db, arrival.id, { ...settled, messageId, caseId }),
    ],
  };
  return { type: 'hear', message, refuseTo: isTooLarge ? mail.from : null };
}

/**
 * The name under which a mail counts once: its Message-ID, or its hash when it has none. The same name on
 * another text is another mail, for names are the sender's to choose.
 */
async function nameMail(db: TenantDb, arrival: ArrivalRow, mail: ParsedMail, body: string) {
  const own = `sha256:${arrival.sha256}`;
  if (!mail.messageId) return { externalId: own, isDoubled: false, flags: [] };
  const earlier = await getMessageByExternalId(db, 'email', mail.messageId);
  if (!earlier) return { externalId: mail.messageId, isDoubled: false, flags: [] };
  const flags: ArrivalFlag[] = ['message-id-reused'];
  return { externalId: `${mail.messageId} ${own}`, isDoubled: earlier.body === body, flags };
}

async function keepFiles(store: FileStore, mail: ParsedMail): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const { name, bytes, isTooLarge, sizeBytes } of mail.attachments) {
    const file = await keepFile(store, { name, bytes });
    kept.push(isTooLarge ? { ...file, ...notTaken, sizeBytes } : file);
  }
  return kept;
}

const notTaken = { type: '', sha256: null, refusedReason: 'too-large' } as const;

/** The mail as it came, as a file of its message. */
function wholeMail({ sha256, sizeBytes }: ArrivalRow): KeptFile {
  return { name: 'mail.eml', type: 'application/octet-stream', sizeBytes, sha256, refusedReason: null };
}

function hearUnreadable({ db }: Post, arrival: ArrivalRow, why: string): Filing {
  const message: HeardMessage = {
    channel: 'email',
    externalId: `sha256:${arrival.sha256}`,
    at: arrival.arrivedAt,
    address: '',
    body: mailWords.ru.unreadableBody(why),
    opens: { kind: 'question', subject: mailWords.ru.unreadable },
    keep: (messageId, caseId) => [
      ...hangFiles(db, messageId, [wholeMail(arrival)]),
      settleArrival(db, arrival.id, { state: 'unreadable', reason: why, messageId, caseId }),
    ],
  };
  return { type: 'hear', message, refuseTo: null };
}
