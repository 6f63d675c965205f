/** How a subscriber reaches us, or we him. */
export const channels = ['call', 'email', 'web', 'cabinet', 'chat', 'messenger', 'walkin'] as const;
export type Channel = (typeof channels)[number];

/** Channels in which an answer is written and sent; the others are spoken. */
export const writtenChannels = ['email', 'web', 'cabinet', 'chat', 'messenger'] as const satisfies Channel[];
export type WrittenChannel = (typeof writtenChannels)[number];

export type Direction = 'inbound' | 'outbound';

/** How a contact ended, said by the agent in the wrap-up. */
export const contactResults = [
  'solved',
  'request-made',
  'passed-on',
  'call-back',
  'no-answer',
  'wrong-number',
  'not-ours',
] as const;
export type ContactResult = (typeof contactResults)[number];

/** Time in which an answer can still be taken back after it was sent, ms, by channel. */
export const undoWindowMs: Record<WrittenChannel, number> = {
  email: 15_000,
  web: 15_000,
  cabinet: 8_000,
  chat: 4_000,
  messenger: 4_000,
};

/** Whether a written answer takes files along: a web form is answered by mail, a gateway carries text alone. */
export function carriesFiles(channel: Channel): boolean {
  return channel === 'email' || channel === 'web' || channel === 'cabinet';
}

export function isWritten(channel: Channel): channel is WrittenChannel {
  return (writtenChannels as readonly Channel[]).includes(channel);
}
