import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'period' });
const cap = z.int().min(0).max(1000);

/** The limits of contacts about overdue debt, each a setting with its source; see contact-sources.ts. */
export const ContactLimits = z.strictObject({
  /** Wall clock of the subscriber's zone. */
  workingDays: z.strictObject({ from: clock, to: clock }),
  daysOff: z.strictObject({ from: clock, to: clock }),
  calls: z.strictObject({ day: cap, week: cap, month: cap }),
  messages: z.strictObject({ day: cap, week: cap, month: cap }),
  meetings: z.strictObject({ day: cap, week: cap, month: cap }),
});
export type ContactLimits = z.infer<typeof ContactLimits>;
