import type { Result } from '#app/platform/result.ts';
import type { RequestDesk } from './draft-request.ts';
import { type Moved, movePersonally } from './person-move.ts';
import type { RequestRefusal } from './request-refusal.ts';

/** Takes back a request that has not left yet, or one that lies with a person. */
export function cancelRequest(
  desk: Pick<RequestDesk, 'db' | 'actor' | 'now'>,
  input: { requestId: string; reason: string },
): Promise<Result<Moved, RequestRefusal>> {
  const note = { reason: input.reason };
  return movePersonally(desk, 'request:cancel', input.requestId, () => ({ move: 'cancel', note }));
}
