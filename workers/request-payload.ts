import { z } from 'zod';
import type { Recorded } from '#app/features/request/record-answer.ts';
import { crashPoint } from './crash-points.ts';
import { done, type Outcome, snooze, written } from './queue-definition.ts';

export const RequestPayload = z.object({ requestId: z.uuid() });
export type RequestPayload = z.infer<typeof RequestPayload>;

export function outcomeOf(recorded: Recorded): Outcome {
  crashPoint('after-answer');
  if (recorded.type === 'again') return snooze(recorded.ms);
  return recorded.type === 'written' ? written : done;
}
