import { z } from 'zod';

/** Channels that a messenger's gateway carries. */
const carriedChannels = ['chat', 'messenger'] as const;

/** What a subscriber wrote, as the gateway tells it. Told twice it is one message. */
export const MessageTold = z.strictObject({
  channel: z.enum(carriedChannels),
  messageId: z.string().min(1).max(200),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  /** The gateway's name for the person: answers go there. */
  from: z.string().trim().min(1).max(200),
  name: z.string().trim().max(200).optional(),
  /** His number, in any form, when the gateway has made sure of it. */
  number: z.string().max(40).optional(),
  text: z.string().trim().min(1).max(20_000),
});
export type MessageTold = z.infer<typeof MessageTold>;

/** A gateway on this machine may be spoken to in the clear; any other only under TLS. */
export const GatewayInput = z.strictObject({
  url: z
    .url({ error: 'url' })
    .max(1000, { error: 'long' })
    .refine((text) => isSafe(text), { error: 'url' }),
});
export type GatewayInput = z.infer<typeof GatewayInput>;

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  const isHere = ['localhost', '127.0.0.1'].includes(hostname);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && isHere));
}

const longestSubject = 80;

/** A message has no subject: its first words are one. */
export function subjectOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const words = line.replace(/\s+/g, ' ').trim();
  if (words.length <= longestSubject) return words.length < 3 ? `«${words}»` : words;
  const cut = words.slice(0, longestSubject);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestSubject / 2))}…`;
}
