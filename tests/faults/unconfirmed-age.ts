import type { RequestState } from '#app/features/request/request.ts';

export type Step = { requestId: string; version: number; toState: RequestState; at: Date };

export type Wait = { requestId: string; ms: number };

/** The longest time that any request was unconfirmed. Steps come in order within a request. */
export function longestUnconfirmed(steps: readonly Step[], now: Date): Wait {
  const waits = [...Map.groupBy(steps, (step) => step.requestId)].flatMap(([requestId, own]) =>
    own.map((step, index): Wait => {
      const end = own[index + 1]?.at ?? now;
      return { requestId, ms: step.toState === 'unconfirmed' ? end.getTime() - step.at.getTime() : 0 };
    }),
  );
  return waits.reduce((longest, wait) => (wait.ms > longest.ms ? wait : longest), { requestId: '', ms: 0 });
}
