import { ok, type Result } from '#app/platform/result.ts';
import { type Confirmed, confirmDecided } from './confirm-request.ts';
import { type DraftInput, draftDecided, type RequestDesk } from './draft-request.ts';
import type { RequestRefusal } from './request-refusal.ts';

/**
 * Sends a change that a person decided elsewhere, without a form between. By its form token it is ordered once,
 * however often this is called; one that was cancelled meanwhile stays so.
 */
export async function orderChange(
  desk: RequestDesk,
  input: DraftInput,
): Promise<Result<Confirmed, RequestRefusal>> {
  const drafted = await draftDecided(desk, input);
  if (!drafted.ok) return drafted;
  const { id, number, version } = drafted.value;
  const confirmed = await confirmDecided(desk, { requestId: id, version });
  if (confirmed.ok || confirmed.error.code !== 'move-not-allowed') return confirmed;
  return ok({ id, number, state: confirmed.error.state });
}
