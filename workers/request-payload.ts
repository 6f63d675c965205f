import { z } from 'zod';
import type { Recorded } from '#app/features/request/record-answer.ts';
import { crashPoint } from './crash-points.ts';
import { done, type Outcome, snooze } from './queue-definition.ts';

export const RequestPayload = z.object({ requestId: z.uuid() });
export type RequestPayload = z.infer<typeof RequestPayload>;

export function outcomeOf(recorded: Recorded): Outcome {
  crashPoint('after-answer');
  return recorded.again === null ? done : snooze(recorded.again);
}
