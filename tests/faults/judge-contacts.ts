import type { AttemptRow } from '#db/tenant/queries/outreach.ts';

export type AttemptFact = Pick<AttemptRow, 'id' | 'sendKey' | 'subscriberId' | 'purpose' | 'state'>;
type ContactFacts = {
  /** Keys that the desk acknowledged. */
  called: readonly string[];
  /** The attempts that the other ends took, in their order, doubled ones too. */
  taken: readonly string[];
  attempts: readonly AttemptFact[];
  refused: ReadonlySet<string>;
  /** Keys that still lie in the outbox. */
  waiting: ReadonlySet<string>;
};
type ContactFinding = {
  kind: 'doubled' | 'lost' | 'mismatched' | 'unsettled' | 'over-a-cap';
  what: string;
};
export type ContactVerdict = { findings: ContactFinding[]; states: Record<string, number> };

/** Messages about a debt within a day, by law. */
const capOfDay = 2;

/**
 * Pure: holds what arrived against what is known. What was `sent` arrived once, what is `unknown` once or never, all
 * else never; each acknowledged contact ended, waits or was refused; nobody got more than the law lets through.
 */
export function judgeContacts({ called, taken, attempts, refused, waiting }: ContactFacts): ContactVerdict {
  const times = Map.groupBy(taken, (id) => id);
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const byKey = new Map(attempts.map((attempt) => [attempt.sendKey, attempt]));
  const findings: ContactFinding[] = [];
  const find = (kind: ContactFinding['kind'], what: string) => void findings.push({ kind, what });
  for (const [id, all] of times) {
    if (all.length > 1) find('doubled', `${id} arrived ${all.length} times`);
    const state = byId.get(id)?.state ?? 'not known';
    if (state !== 'sent' && state !== 'unknown') find('mismatched', `${id} arrived and is ${state}`);
  }
  for (const { id, state } of attempts) {
    if (state === 'sent' && !times.has(id)) find('lost', `${id} is sent and did not arrive`);
    if (state === 'sending') find('unsettled', `${id} is still being sent`);
    if (state === 'allowed') find('unsettled', `${id} was let through and is not sent`);
  }
  for (const key of called)
    if (!byKey.has(key) && !waiting.has(key) && !refused.has(key)) find('lost', `${key} is gone`);
  const spoken = taken.flatMap((id) => byId.get(id) ?? []).filter(({ purpose }) => purpose === 'collection');
  for (const [subscriberId, own] of Map.groupBy(spoken, (attempt) => attempt.subscriberId))
    if (own.length > capOfDay) find('over-a-cap', `${subscriberId} got ${own.length} in a day`);
  return {
    findings,
    states: countBy([
      ...attempts.map(({ state }) => state),
      ...called.filter((key) => !byKey.has(key)).map(() => 'refused'),
    ]),
  };
}

function countBy(words: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
}
