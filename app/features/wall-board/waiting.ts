import type { Channel } from '../contact/contact.ts';
import { type WorkChannel, workChannelOf } from '../workload/work-queue.ts';

/** `since`: epoch ms; null: nobody waits. */
export type Waiting = { channel: Exclude<WorkChannel, 'request'>; waiting: number; since: number | null };
type Counted = { channel: Channel; waiting: number; since: number };

/** Who waits now, spoken, in chats and in letters, and since when the longest does. */
export function waitingNow(
  cases: readonly Counted[],
  ringing: { waiting: number; since: number | null },
): Waiting[] {
  return (['call', 'chat', 'mail'] as const).map((channel) => {
    const own = cases.filter((row) => workChannelOf[row.channel] === channel);
    const rings = channel === 'call' ? ringing : { waiting: 0, since: null };
    const sinces = [...own.map(({ since }) => since), ...(rings.since === null ? [] : [rings.since])];
    return {
      channel,
      waiting: own.reduce((sum, { waiting }) => sum + waiting, rings.waiting),
      since: sinces.length === 0 ? null : Math.min(...sinces),
    };
  });
}
