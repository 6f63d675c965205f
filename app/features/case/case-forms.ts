import { z } from 'zod';
import { complaintSteps } from '#app/features/complaint/complaint.ts';
import { caseKinds, priorities } from './case.ts';

const words = z.string().trim().min(3, 'short').max(2000, 'long');

/** What the pages of a case send, besides what `case-inputs.ts` names. `null`: nobody. */
export const AssignmentForm = z.strictObject({ userId: z.uuid().nullable() });
export const SolutionForm = z.strictObject({
  isSolvedAtFirst: z.boolean().optional(),
  topicId: z.uuid().optional(),
});
export const ReasonForm = z.strictObject({ reason: words });
export const NothingForm = z.strictObject({});
export const ClassificationForm = z.strictObject({
  kind: z.enum(caseKinds).optional(),
  priority: z.enum(priorities).optional(),
  topicId: z.uuid().optional(),
  subject: z.string().trim().min(3, 'short').max(200, 'long').optional(),
});
export const SnoozeForm = z.strictObject({ until: z.iso.datetime().nullable() });
export const FollowForm = z.strictObject({ follows: z.boolean() });
export const ReadingForm = z.strictObject({ messageId: z.uuid() });
export const DraftForm = z.strictObject({
  kind: z.enum(['reply', 'note']),
  body: z.string().max(20_000, 'long'),
});
export const MergeForm = z.strictObject({ intoId: z.uuid() });
export const SplitForm = z.strictObject({
  messageIds: z.array(z.uuid()).min(1, 'required').max(200),
  subject: z.string().trim().min(3, 'short').max(200, 'long'),
});
export const StepForm = z.strictObject({ text: z.string().trim().min(1, 'required').max(5000, 'long') });
export const StepName = z.enum(complaintSteps);
export const LinkForm = z.strictObject({ requestId: z.uuid() });
export const PresenceForm = z.strictObject({ doing: z.enum(['viewing', 'typing', 'left']) });
