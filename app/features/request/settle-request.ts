import type { Result } from '#app/platform/result.ts';
import type { RequestDesk } from './draft-request.ts';
import { type Moved, movePersonally } from './person-move.ts';
import type { RequestRefusal } from './request-refusal.ts';

/** A person says how the request that lay with him ended, and what he did or saw. */
export function settleRequest(
  desk: Pick<RequestDesk, 'db' | 'actor' | 'now'>,
  input: { requestId: string; result: 'done' | 'refused'; words: string },
): Promise<Result<Moved, RequestRefusal>> {
  const move = input.result === 'done' ? 'fulfil' : 'decline';
  const note = { words: input.words };
  return movePersonally(desk, 'request:settle', input.requestId, () => ({ move, note }));
}
