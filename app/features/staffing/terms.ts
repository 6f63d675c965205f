import { z } from 'zod';
import { isLive, type WorkChannel } from '#app/features/workload/work-queue.ts';

const share = z.number({ error: 'staff-share' }).min(0, { error: 'staff-share' });

/** What is promised to a queue's callers and what its work is like. Shares within 0…1, seconds, minutes. */
export const StaffingTerms = z.strictObject({
  /** So large a share is answered within so many seconds. Empty: not promised. */
  withinTarget: z
    .strictObject({
      share: share.max(0.99, { error: 'staff-share' }),
      targetS: z
        .number({ error: 'seconds' })
        .int()
        .min(0, { error: 'seconds' })
        .max(86_400, { error: 'seconds' }),
    })
    .nullable(),
  meanWaitS: z
    .number({ error: 'seconds' })
    .min(1, { error: 'seconds' })
    .max(86_400, { error: 'seconds' })
    .nullable(),
  /** No agent is kept busier than this. */
  occupancy: share.min(0.3, { error: 'occupancy' }).max(0.99, { error: 'occupancy' }).nullable(),
  /** The mean patience of whoever waits; empty: everybody waits. */
  patienceS: z
    .number({ error: 'seconds' })
    .min(1, { error: 'seconds' })
    .max(86_400, { error: 'seconds' })
    .nullable(),
  atOnce: z
    .number({ error: 'at-once' })
    .int({ error: 'at-once' })
    .min(1, { error: 'at-once' })
    .max(10, { error: 'at-once' }),
  /** Of those on shift, the share that is away unplanned or in training; breaks and leave are in the plan itself. */
  shrinkage: share.max(0.8, { error: 'shrinkage' }),
  /** On the roster around the clock, whatever comes. */
  minimumAgents: z
    .number({ error: 'agents' })
    .int({ error: 'agents' })
    .min(0, { error: 'agents' })
    .max(500, { error: 'agents' }),
  /** How long one contact takes where nothing measured it. */
  handlingS: z.number({ error: 'seconds' }).min(5, { error: 'seconds' }).max(14_400, { error: 'seconds' }),
  /** Off-line work is done so many minutes after it came; live work ignores it. */
  dueMinutes: z
    .number({ error: 'minutes' })
    .int({ error: 'minutes' })
    .min(30, { error: 'minutes' })
    .max(1440, { error: 'minutes' }),
});
export type StaffingTerms = z.infer<typeof StaffingTerms>;

const live: StaffingTerms = {
  withinTarget: { share: 0.8, targetS: 20 },
  meanWaitS: null,
  occupancy: 0.85,
  patienceS: 120,
  atOnce: 1,
  shrinkage: 0.1,
  minimumAgents: 0,
  handlingS: 300,
  dueMinutes: 240,
};

/** What holds until somebody says otherwise: 80 % of calls within 20 s, of chats within 40 s, three chats at once. */
export const usualTerms: Record<WorkChannel, StaffingTerms> = {
  call: live,
  chat: { ...live, withinTarget: { share: 0.8, targetS: 40 }, atOnce: 3, handlingS: 600 },
  mail: { ...live, withinTarget: null, occupancy: null, patienceS: null, handlingS: 360 },
  request: { ...live, withinTarget: null, occupancy: null, patienceS: null, handlingS: 300 },
};

/** A live queue must promise something: without it nobody would be needed. */
export function promisesNothing(channel: WorkChannel, terms: StaffingTerms): boolean {
  const { withinTarget, meanWaitS, occupancy } = terms;
  return isLive(channel) && withinTarget === null && meanWaitS === null && occupancy === null;
}
