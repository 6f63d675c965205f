import type { RequestState } from '#app/features/request/request.ts';

export type Step = { requestId: string; version: number; toState: RequestState; at: Date };

/** The longest time, in ms, that any request was unconfirmed. Steps come in order within a request. */
export function longestUnconfirmedMs(steps: readonly Step[], now: Date): number {
  let longest = 0;
  for (const own of Map.groupBy(steps, (step) => step.requestId).values()) {
    own.forEach((step, index) => {
      if (step.toState !== 'unconfirmed') return;
      const end = own[index + 1]?.at ?? now;
      longest = Math.max(longest, end.getTime() - step.at.getTime());
    });
  }
  return longest;
}
