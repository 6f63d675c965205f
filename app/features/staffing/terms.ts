import { z } from 'zod';

const share = z.number({ error: 'share' }).min(0, { error: 'share' });

/** What is promised to a queue's callers and what its work is like. Shares within 0…1, seconds, minutes. */
export const StaffingTerms = z.strictObject({
  /** So large a share is answered within so many seconds. Empty: not promised. */
  withinTarget: z
    .strictObject({
      share: share.max(0.99, { error: 'share' }),
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
    .number({ error: 'atOnce' })
    .int({ error: 'atOnce' })
    .min(1, { error: 'atOnce' })
    .max(10, { error: 'atOnce' }),
  /** Of those on shift, the share that is away unplanned or in training; breaks and leave are in the plan itself. */
  shrinkage: share.max(0.8, { error: 'shrinkage' }),
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
