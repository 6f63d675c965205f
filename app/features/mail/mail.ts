import { z } from 'zod';

/** One server of a mailbox. `secure`: TLS from the first byte; otherwise the connection is raised to TLS. */
export type MailServer = {
  host: string;
  port: number;
  secure: boolean;
};

/**
 * What became of a mail. `kept`: not looked at yet; `filed`: in a case; `automatic`: written by a machine, so
 * nobody answers it; `too-large`, `unreadable`: a person must look.
 */
export const arrivalStates = ['kept', 'filed', 'doubled', 'automatic', 'too-large', 'unreadable'] as const;
export type ArrivalState = (typeof arrivalStates)[number];

/**
 * What an agent should know before he believes a mail. `stranger-with-token`: written into somebody's thread
 * by an address that does not belong to it; `sender-refuted`: our mail server says the sender is forged;
 * `message-id-reused`: says to be a mail that we have, and is another; `shortened`: its text was cut.
 */
export type ArrivalFlag = 'stranger-with-token' | 'sender-refuted' | 'message-id-reused' | 'shortened';

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, { error: 'host' });
const Server = z.strictObject({
  host,
  port: z.coerce.number({ error: 'port' }).int({ error: 'port' }).min(1, { error: 'port' }).max(65_535, {
    error: 'port',
  }),
  secure: z.boolean(),
});

/** One address and nothing else: no name, no list, no line break. Lower case. */
export const MailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'email' })
  .regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: 'email' });

/** `password` left empty keeps the stored one. */
export const MailboxInput = z.strictObject({
  address: MailAddress,
  senderName: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
  imap: Server,
  smtp: Server,
  login: z.string().trim().min(1, { error: 'required' }).max(254, { error: 'long' }),
  password: z.string().max(500, { error: 'long' }),
  authservId: z
    .string()
    .trim()
    .toLowerCase()
    .max(253, { error: 'long' })
    .transform((text) => text || null),
});
export type MailboxInput = z.infer<typeof MailboxInput>;

export type MailboxRefusal =
  | { code: 'forbidden' }
  | { code: 'tenant-not-found' }
  | { code: 'mailbox-not-found' }
  | { code: 'conflict' };
