import { z } from 'zod';
import type { Channel } from '#app/features/contact/contact.ts';

/** What is done at once while somebody waits, and what is done before it is due. */
export const workChannels = ['call', 'chat', 'mail', 'request'] as const;
export type WorkChannel = (typeof workChannels)[number];

/** Where a contact of each channel is counted. */
export const workChannelOf: Record<Channel, WorkChannel> = {
  call: 'call',
  walkin: 'call',
  chat: 'chat',
  messenger: 'chat',
  email: 'mail',
  web: 'mail',
  cabinet: 'mail',
};

/** `call:mts`: work of a channel for a carrier's lines; without a carrier, `call:`, that of which nobody could tell. */
export const WorkQueue = z
  .string()
  .regex(/^(call|chat|mail|request):[a-z0-9-]{0,40}$/, { error: 'queue' })
  .transform((text) => text as WorkQueueKey);
export type WorkQueueKey = `${WorkChannel}:${string}`;

export function queueKey(channel: WorkChannel, carrier: string | null): WorkQueueKey {
  return `${channel}:${carrier ?? ''}`;
}

export function partsOf(queue: WorkQueueKey): { channel: WorkChannel; carrier: string } {
  const [channel = 'call', carrier = ''] = queue.split(':');
  return { channel: channel as WorkChannel, carrier };
}

export function isLive(channel: WorkChannel): boolean {
  return channel === 'call' || channel === 'chat';
}
