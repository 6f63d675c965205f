import { z } from 'zod';
import { outreachChannels, outreachPurposes } from './outreach.ts';

/** What the queue `outreach-send` is given: one contact, to the subscriber himself and to nobody else. */
export const ContactWork = z.object({
  sendKey: z.string().min(1).max(200),
  subscriberId: z.string().min(1),
  /** To this number of his and no other. */
  lineId: z.string().min(1).nullish(),
  receivableId: z.string().min(1).nullish(),
  moveId: z.string().min(1).nullish(),
  campaignId: z.string().min(1).nullish(),
  /** What it offers: it is not sent once that is withdrawn. */
  offerId: z.string().min(1).nullish(),
  purpose: z.enum(outreachPurposes),
  channel: z.enum(outreachChannels),
  subject: z.string().max(300).nullish(),
  text: z.string().min(1).max(10_000),
});
export type ContactWork = z.infer<typeof ContactWork>;
