import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'period' });
const cap = z.int().min(0).max(1000);
const hours = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { error: 'period', path: ['to'] });

/** The limits of contacts about overdue debt, each a setting with its source; see contact-sources.ts. */
export const ContactLimits = z.strictObject({
  /** Wall clock of the subscriber's zone. */
  workingDays: hours,
  /** Saturdays, Sundays and public holidays. */
  daysOff: hours,
  /** Days that a decree made free beside them, as ISO dates. */
  alsoOff: z.array(z.iso.date({ error: 'date' })).max(60),
  calls: z.strictObject({ day: cap, week: cap, month: cap }),
  messages: z.strictObject({ day: cap, week: cap, month: cap }),
  meetings: z.strictObject({ week: cap }),
});
export type ContactLimits = z.infer<typeof ContactLimits>;
