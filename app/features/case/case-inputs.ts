import { z } from 'zod';
import { channels, contactResults } from '#app/features/contact/contact.ts';
import { caseKinds, priorities } from './case.ts';

const body = z.string().trim().min(1, 'required').max(20_000, 'long');
const subject = z.string().trim().min(3, 'short').max(200, 'long');

/** How the agent closes a contact: what came of it, about what, and whether it was solved at once. */
export const WrapUp = z.strictObject({
  result: z.enum(contactResults),
  topicId: z.uuid().optional(),
  isSolvedAtFirst: z.boolean(),
});
export type WrapUp = z.infer<typeof WrapUp>;

/** A contact as it is logged: it joins a case, or opens one. */
export const ContactInput = z.strictObject({
  formToken: z.uuid(),
  channel: z.enum(channels),
  direction: z.enum(['inbound', 'outbound']),
  address: z.string().trim().max(320).optional(),
  subscriberId: z.uuid().optional(),
  lineId: z.uuid().optional(),
  /** What was said, in the agent's words; kept as the contact's first message. */
  words: z.string().trim().max(20_000, 'long').optional(),
  case: z.union([
    z.strictObject({ caseId: z.uuid() }),
    z.strictObject({
      kind: z.enum(caseKinds),
      subject,
      priority: z.enum(priorities).optional(),
      topicId: z.uuid().optional(),
    }),
  ]),
  wrapUp: WrapUp.optional(),
});
export type ContactInput = z.infer<typeof ContactInput>;

export const ReplyInput = z.strictObject({
  formToken: z.uuid(),
  body,
  /** The newest message the person had on the screen while he wrote; none: an empty case. */
  seenMessageId: z.uuid().nullable(),
  nextState: z.enum(['open', 'waiting', 'solved']),
});
export type ReplyInput = z.infer<typeof ReplyInput>;

export const NoteInput = z.strictObject({
  formToken: z.uuid(),
  body,
  mentions: z.array(z.uuid()).max(20),
});
export type NoteInput = z.infer<typeof NoteInput>;
