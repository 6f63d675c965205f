import type { Channel } from '#app/features/contact/contact.ts';

/** An event of a case that was worked on, in the order of the case's history. */
export type HandledFact = { caseId: string; channel: Channel; event: string; at: Date };

/** What ends the work that began when the case was taken. */
const ends = ['answered', 'asked-subscriber', 'solved', 'waits-for-subscriber', 'released', 'handed-over'];
/** Whoever has a case open for longer has gone to lunch. */
const longestMs = 60 * 60_000;
/** Until a channel has cases of its own to learn from. */
export const usualHandlingMs = 5 * 60_000;

/** How long a case of each channel is worked on: the median from taking it to what ends that. */
export function handlingTimes(facts: readonly HandledFact[]): Map<Channel, number> {
  const lengths = new Map<Channel, number[]>();
  let taken: HandledFact | undefined;
  for (const fact of facts) {
    if (fact.event === 'assigned') taken = fact;
    if (taken?.caseId !== fact.caseId || !ends.includes(fact.event)) continue;
    const length = fact.at.getTime() - taken.at.getTime();
    if (length > 0 && length < longestMs) {
      lengths.set(fact.channel, [...(lengths.get(fact.channel) ?? []), length]);
    }
    taken = undefined;
  }
  return new Map([...lengths].map(([channel, own]) => [channel, medianOf(own)]));
}

function medianOf(lengths: readonly number[]): number {
  return lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? usualHandlingMs;
}
